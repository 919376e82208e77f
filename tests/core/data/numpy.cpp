// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QTest>
#include <nlohmann/json.hpp>

#include "core/data/npy_file.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

class NumpyTest : public QObject {
    Q_OBJECT

    Folder m_dir;

    std::vector<float> floats(const std::string& bytes)
    {
        const Result<NpyFile> npy = NpyFile::open(m_dir.write("x.npy", bytes));
        if (!npy) {
            qWarning("%s", npy.error().message().c_str());
            return {};
        }
        std::vector<float> values(static_cast<std::size_t>(npy->shape().count()));
        npy->readAll(DType::F32, values.data());
        return values;
    }
    std::string problem(const std::string& bytes) { return m_dir.error(NpyFile::open(m_dir.write("x.npy", bytes))); }

private slots:
    void readsWhatNumpyWrites()
    {
        // numpy.save of numpy.array([[1, 2], [3, 4]], dtype="<i2"), byte by byte.
        const char literal[] = "\x93NUMPY\x01\x00v\x00{'descr': '<i2', 'fortran_order': False, 'shape': (2, 2), }"
                               "                                                          \n\x01\x00\x02\x00\x03\x00\x04\x00";
        const std::string bytes(literal, sizeof(literal) - 1);
        QCOMPARE(bytes.size(), std::size_t{128 + 8});
        QCOMPARE(floats(bytes), (std::vector<float>{1, 2, 3, 4}));
        QCOMPARE(bytes, npy("<i2", "(2, 2)", bytes.substr(128)));
    }

    void writesAsNumpyDoes()
    {
        // numpy.save of numpy.array([[1, 2], [3, 4]], dtype="<i4"), byte by byte.
        const char literal[] = "\x93NUMPY\x01\x00v\x00{'descr': '<i4', 'fortran_order': False, 'shape': (2, 2), }"
                               "                                                          \n"
                               "\x01\x00\x00\x00\x02\x00\x00\x00\x03\x00\x00\x00\x04\x00\x00\x00";
        const std::string path = m_dir.at("written.npy");
        QVERIFY(writeNpy(path, Tensor::of({2, 2}, {1, 2, 3, 4}, DType::I32)).ok());
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(literal, sizeof(literal) - 1));
        for (DType dtype : {DType::F32, DType::F64, DType::BF16, DType::F16, DType::I64, DType::U8, DType::Bool})
            for (const Shape& shape : {Shape{}, Shape{3}, Shape{2, 0}, Shape{2, 3, 4}}) {
                Tensor tensor(TensorType{dtype, shape});
                for (int64_t i = 0; i < tensor.count(); ++i) tensor.set(i, static_cast<double>(i % 2));
                QVERIFY(writeNpy(path, tensor).ok());
                if (shape.count() == 0) continue; // read as an error: no data
                const Result<NpyFile> npy = NpyFile::open(path);
                QVERIFY2(npy.ok(), npy ? "" : npy.error().message().c_str());
                QCOMPARE(npy->shape(), shape);
                std::vector<float> values(static_cast<std::size_t>(shape.count()));
                npy->readAll(DType::F32, values.data());
                for (std::size_t i = 0; i < values.size(); ++i) QCOMPARE(values[i], static_cast<float>(i % 2));
            }
        QVERIFY(!writeNpy(m_dir.at("no/such/folder.npy"), Tensor::scalar(1)).ok());
    }

    void readsAllTypes()
    {
        QCOMPARE(floats(npy("<f2", "(3,)", rawBytes<uint16_t>({0x3c00, 0xc000, 0x3555}))), (std::vector<float>{1, -2, f16ToFloat(0x3555)}));
        QCOMPARE(floats(npy("<f4", "(2,)", rawBytes<float>({1.5f, -2}))), (std::vector<float>{1.5f, -2}));
        QCOMPARE(floats(npy("<f8", "(2,)", rawBytes<double>({1.5, -2}))), (std::vector<float>{1.5f, -2}));
        QCOMPARE(floats(npy("|i1", "(2,)", rawBytes<int8_t>({-5, 7}))), (std::vector<float>{-5, 7}));
        QCOMPARE(floats(npy("<i4", "(1,)", rawBytes<int32_t>({-70000}))), (std::vector<float>{-70000}));
        QCOMPARE(floats(npy("<i8", "(1,)", rawBytes<int64_t>({-70000}))), (std::vector<float>{-70000}));
        QCOMPARE(floats(npy("|u1", "(2,)", rawBytes<uint8_t>({250, 7}))), (std::vector<float>{250, 7}));
        QCOMPARE(floats(npy("<u2", "(1,)", rawBytes<uint16_t>({65000}))), (std::vector<float>{65000}));
        QCOMPARE(floats(npy("<u4", "(1,)", rawBytes<uint32_t>({4000000000u}))), (std::vector<float>{4e9f}));
        QCOMPARE(floats(npy("|b1", "(2,)", rawBytes<uint8_t>({0, 1}))), (std::vector<float>{0, 1}));
        QCOMPARE(floats(npy(">i2", "(2,)", {0, 1, 1, 0})), (std::vector<float>{1, 256}));
        QCOMPARE(floats(npy("<f4", "()", rawBytes<float>({3}))), std::vector<float>{3});

        const Result<NpyFile> large = NpyFile::open(m_dir.write("x.npy", npy("<i8", "(1,)", rawBytes<int64_t>({(int64_t{1} << 53) + 1}))));
        int64_t exact = 0;
        large->readAll(DType::I64, &exact);
        QCOMPARE(exact, (int64_t{1} << 53) + 1);
    }

    void readsOtherVersions()
    {
        for (const char version : {'\x02', '\x03'}) {
            std::string bytes = npy("<i2", "(2,)", rawBytes<int16_t>({1, 2}));
            bytes[6] = version;
            bytes.insert(10, 2, '\0'); // the length has four bytes
            QCOMPARE(floats(bytes), (std::vector<float>{1, 2}));
        }
    }

    void readsFortranOrder()
    {
        // The 2 x 3 x 2 array 0 .. 11 as numpy.asfortranarray lays it out.
        const std::string bytes = npy("|u1", "(2, 3, 2)", {0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11}, true);
        QCOMPARE(floats(bytes), (std::vector<float>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
        const Opened data = openSource("numpy", {{"inputs", m_dir.at("x.npy")}, {"inputs_as", "f32"}});
        QCOMPARE(sample<float>(**data, 1, 0), (std::vector<float>{6, 7, 8, 9, 10, 11}));
    }

    void opensSamples()
    {
        m_dir.write("x.npy", npy("<f4", "(2, 2)", rawBytes<float>({1, 2, 3, 4})));
        m_dir.write("y.npy", npy("|u1", "(2,)", {2, 0}));
        const Opened data = openSource("numpy", {{"inputs", "x.npy"}, {"targets", "y.npy"}}, m_dir.path());
        QVERIFY2(data.ok(), data ? "" : data.error().message().c_str());
        QCOMPARE((*data)->fields()[0].name, std::string("input"));
        QCOMPARE((*data)->fields()[1].classes, (Strings{"0", "1", "2"}));
        QCOMPARE(sample<float>(**data, 1, 0), (std::vector<float>{3, 4}));
        QCOMPARE(sample<int64_t>(**data, 0, 1)[0], int64_t{2});

        const Json fitted = (*data)->fitted();
        m_dir.write("one.npy", npy("<f8", "(1, 2)", rawBytes<double>({8, 9})));
        const Attrs attrs{{"inputs", "x.npy"}};
        QCOMPARE(encodeInput("numpy", attrs, "one.npy", &fitted, m_dir.path())->front().at(1), 9.0);
        QCOMPARE(m_dir.error(encodeInput("numpy", attrs, "y.npy", &fitted, m_dir.path())),
                 "no error"); // [2] is one sample of shape [2]
        m_dir.write("wrong.npy", npy("<f8", "(3,)", rawBytes<double>({8, 9, 1})));
        QCOMPARE(m_dir.error(encodeInput("numpy", attrs, "wrong.npy", &fitted, m_dir.path())),
                 "DIR/wrong.npy: holds an array of shape [3], the model expects [2].");
        QCOMPARE(m_dir.error(openSource("numpy", {{"inputs", "x.npy"}, {"targets", "wrong.npy"}}, m_dir.path())),
                 "DIR/wrong.npy: holds 3 samples, but DIR/x.npy holds 2.");
        QCOMPARE(
            m_dir.error(openSource("numpy", {{"inputs", "x.npy"}, {"targets", "y.npy"}, {"classes", Strings{"a", "b"}}}, m_dir.path())),
            "DIR/y.npy: sample 0 has the label 2, but labels go from 0 to 1. Check the labels or the list of classes.");
    }

    void errors()
    {
        const std::string good = npy("<f4", "(2,)", rawBytes<float>({1, 2}));
        QCOMPARE(problem("PK\x03\x04"), "DIR/x.npy: is not an .npy file: it does not start with \\x93NUMPY.");
        QCOMPARE(problem("\x93NUMPY\x01"), "DIR/x.npy: the file ends within its header.");
        QCOMPARE(problem(good.substr(0, 60)), "DIR/x.npy: the file ends within its header.");
        std::string version = good;
        version[6] = 9;
        QCOMPARE(problem(version), "DIR/x.npy: has version 9 of the .npy format; 1 to 3 are read.");
        QCOMPARE(problem(good.substr(0, good.size() - 1)),
                 "DIR/x.npy: the file is cut off: the header promises [2] elements of 4 bytes, but only 7 "
                 "bytes follow. Write the file again.");
        QCOMPARE(problem(good + "x"), "DIR/x.npy: the file goes on after the 8 bytes that its header promises.");
        QCOMPARE(problem(npy("<f4", "(4611686018427387904, 4)", "")),
                 "DIR/x.npy: the sizes in the header overflow: [4611686018427387904, 4].");
        QCOMPARE(problem(npy("<f4", "(0, 9223372036854775807)", "")), "DIR/x.npy: holds no values: its shape is [0, 9223372036854775807].");
        QCOMPARE(problem(npy("<f4", "(-1,)", "")), "DIR/x.npy: the header is damaged: there is no valid 'shape'.");
        QCOMPARE(problem(npy("<c8", "(1,)", "12345678")),
                 "DIR/x.npy: holds elements of type '<c8'; f2, f4, f8, i1 to i8, u1 to u8 and bool are read. "
                 "Convert it, say with array.astype(\"float32\").");
        QCOMPARE(problem(npy("<f4', 'x': '1", "(1,)", "1234")), "no error"); // more keys do no harm
        std::string records = good;
        records.erase(records.find("  \n") - 8, 9);
        records.replace(records.find("'<f4'"), 5, "[('a', '<f4')]");
        QCOMPARE(problem(records), "DIR/x.npy: holds records with several fields; a plain array of numbers is needed.");
        QCOMPARE(problem(npy("<f4", "(1,1,1,1,1,1,1,1,1)", "1234")), "DIR/x.npy: has more than 8 dimensions.");
    }
};

QTEST_GUILESS_MAIN(NumpyTest)
#include "numpy.moc"
