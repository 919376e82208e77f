// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include <QTest>
#include <nlohmann/json.hpp>

#include "core/data/hdf5_file.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

class Hdf5Test : public QObject {
    Q_OBJECT

    Folder m_dir;

    std::string write(const std::string& name)
    {
        Result<Hdf5File> file = Hdf5File::create(m_dir.at(name));
        const std::vector<double> x{1, 2, 3, 4, 5, 6};
        const std::vector<int32_t> y{2, 0, 1}, wrong{1, 2};
        const auto put = [&](const char* path, TensorType type, const void* data) { return file->write(path, type, data).ok(); };
        const bool good = put("train/x", {DType::F64, {3, 2}}, x.data()) && put("train/y", {DType::I32, {3}}, y.data()) &&
                          put("wrong", {DType::I32, {2}}, wrong.data()) && put("one", {DType::I32, {}}, y.data()) &&
                          put("empty", {DType::F32, {0, 2}}, nullptr);
        return good && file->close() ? m_dir.at(name) : std::string();
    }

private slots:
    void readsRows()
    {
        write("a.h5");
        const Opened data = openSource("hdf5", {{"file", "a.h5"}, {"inputs", "train/x"}, {"targets", "/train/y"}}, m_dir.path());
        QVERIFY2(data.ok(), data ? "" : data.error().message().c_str());
        QCOMPARE((*data)->size(), int64_t{3});
        QCOMPARE((*data)->fields()[0].type.text(), std::string("f32[2]"));
        QCOMPARE((*data)->fields()[1].classes, (Strings{"0", "1", "2"}));
        QCOMPARE(sample<float>(**data, 1, 0), (std::vector<float>{3, 4}));
        QCOMPARE(sample<int64_t>(**data, 2, 1)[0], int64_t{1});
        const Result<Hdf5File> file = Hdf5File::open(m_dir.at("a.h5"));
        QCOMPARE(file->datasets(), (std::vector<std::string>{"empty", "one", "train/x", "train/y", "wrong"}));
    }

    void readsFromManyThreads()
    {
        write("a.h5");
        const Opened data = openSource("hdf5", {{"file", "a.h5"}, {"inputs", "train/x"}, {"targets", "train/y"}}, m_dir.path());
        std::atomic<int> bad{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 200; ++i) {
                    const int64_t row = (i + t) % 3;
                    if (sample<float>(**data, row, 0)[0] != static_cast<float>(2 * row + 1)) ++bad;
                }
            });
        for (std::thread& thread : threads) thread.join();
        QCOMPARE(bad.load(), 0);
    }

    void errors()
    {
        write("a.h5");
        const auto problem = [&](const std::string& file, const std::string& inputs, const std::string& targets = {}) {
            return m_dir.error(openSource(
                "hdf5", {{"file", file}, {"inputs", inputs}, {"targets", targets.empty() ? Strings{} : Strings{targets}}}, m_dir.path()));
        };
        QVERIFY(problem("no.h5", "x").starts_with("DIR/no.h5: cannot open the file: No such file or directory."));
        m_dir.write("text.h5", "no HDF5 at all");
        QCOMPARE(problem("text.h5", "x"), "DIR/text.h5: is not an HDF5 file.");
        const std::string missing = problem("a.h5", "train/z");
        QVERIFY2(missing.starts_with("DIR/a.h5, dataset \"train/z\": there is no such dataset") &&
                     missing.ends_with("The file holds empty, one, train/x, train/y, wrong."),
                 missing.c_str());
        QCOMPARE(problem("a.h5", "one"), "DIR/a.h5, dataset \"one\": holds a single number; the first axis has to count samples.");
        QCOMPARE(problem("a.h5", "empty"), "DIR/a.h5, dataset \"empty\": holds no values: its shape is [0, 2].");
        QCOMPARE(problem("a.h5", "train/x", "wrong"), "DIR/a.h5, dataset \"wrong\": holds 2 samples, but the first dataset holds 3.");
        std::ifstream in(m_dir.at("a.h5"), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), {});
        m_dir.write("cut.h5", bytes.substr(0, bytes.size() / 2));
        const std::string cut = problem("cut.h5", "train/x");
        QVERIFY2(cut.starts_with("DIR/cut.h5: cannot be opened as HDF5 (truncated file"), cut.c_str());
    }
};

QTEST_GUILESS_MAIN(Hdf5Test)
#include "hdf5.moc"
