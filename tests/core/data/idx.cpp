// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <set>

#include <QTest>
#include <nlohmann/json.hpp>
#include <zlib.h>

#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

namespace {

std::string gzip(const std::string& bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

const std::string pixels{0, 51, 102, static_cast<char>(255), 1, 2, 3, 4}; // two pictures of 2 x 2

} // namespace

class IdxTest : public QObject {
    Q_OBJECT

    Folder m_dir;

    Opened open(const std::string& images, const std::string& labels, Attrs attrs = {}, const Json* fitted = nullptr)
    {
        m_dir.write("images", images);
        m_dir.write("labels", labels);
        attrs.set("images", std::string("images"));
        attrs.set("labels", std::string("labels"));
        return openSource("idx", attrs, m_dir.path(), fitted);
    }
    std::string problem(const std::string& images, const std::string& labels, Attrs attrs = {})
    {
        return m_dir.error(open(images, labels, std::move(attrs)));
    }

private slots:
    void readsPlainAndCompressed()
    {
        for (const bool compressed : {false, true}) {
            const auto pack = [&](const std::string& bytes) { return compressed ? gzip(bytes) : bytes; };
            const Opened data = open(pack(idx({2, 2, 2}, pixels)), pack(idx({2}, {1, 0})), {{"classes", Strings{"shirt", "shoe"}}});
            QVERIFY2(data.ok(), data ? "" : data.error().message().c_str());
            QCOMPARE((*data)->size(), int64_t{2});
            QCOMPARE((*data)->fields()[0].type.text(), std::string("f32[1, 2, 2]"));
            QCOMPARE((*data)->fields()[1].type.text(), std::string("i64[]"));
            QCOMPARE((*data)->fields()[1].classes, (Strings{"shirt", "shoe"}));
            QVERIFY(near(sample<float>(**data, 0, 0), {0.0f, 0.2f, 0.4f, 1.0f}));
            QCOMPARE(sample<int64_t>(**data, 0, 1), std::vector<int64_t>{1});
            QCOMPARE(sample<int64_t>(**data, 1, 1), std::vector<int64_t>{0});
        }
    }

    void scalesPerChannel()
    {
        const Opened data = open(idx({1, 2, 2, 2}, pixels), idx({1}, {0}), {{"mean", Floats{0.2, 0}}, {"std", Floats{0.5, 1}}});
        QVERIFY(data.ok());
        QVERIFY(near(sample<float>(**data, 0, 0), {-0.4f, 0.0f, 0.4f, 1.6f, 1 / 255.0f, 2 / 255.0f, 3 / 255.0f, 4 / 255.0f}));
    }

    void namesClassesByItselfOrFromTraining()
    {
        const Opened data = open(idx({2, 2, 2}, pixels), idx({2}, {2, 0}));
        QCOMPARE((*data)->fields()[1].classes, (Strings{"0", "1", "2"}));
        const Json fitted = (*data)->fitted();
        const Opened validation = open(idx({2, 2, 2}, pixels), idx({2}, {1, 1}), {}, &fitted);
        QCOMPARE((*validation)->fields()[1].classes, (Strings{"0", "1", "2"}));
    }

    void errors()
    {
        const std::string images = idx({2, 2, 2}, pixels), labels = idx({2}, {1, 0});
        QCOMPARE(problem("PNG?....", labels), "DIR/images: is not an IDX file: the magic number is 0x504e473f, not 0x000008..");
        QCOMPARE(problem({0, 0, 13, 3, 0, 0, 0, 0}, labels),
                 "DIR/images: holds IDX elements of type 13; only unsigned bytes (8) are read.");
        QCOMPARE(problem({0, 0, 8, 9, 0, 0, 0, 0}, labels), "DIR/images: has 9 dimensions; 1 to 4 are read.");
        QCOMPARE(problem(std::string(1, 0), labels), "DIR/images: the file ends within its header. Fetch the file again.");
        QCOMPARE(problem(images.substr(0, 10), labels), "DIR/images: the file ends within its header. Fetch the file again.");
        QCOMPARE(problem(images.substr(0, 20), labels), "DIR/images: the file is cut off: 4 of 8 bytes are there. Fetch the file again.");
        QCOMPARE(problem(idx({2, 2, 1000}, pixels), labels),
                 "DIR/images: the header promises [2, 2, 1000], 4000 bytes, but the file cannot hold more than 24. Fetch the file again.");
        const uint32_t huge = 0xffffffff;
        QCOMPARE(problem(idx({huge, huge, huge}, pixels), labels),
                 "DIR/images: the sizes in the header overflow: [4294967295, 4294967295].");
        QCOMPARE(problem(images + "x", labels), "DIR/images: the file goes on after the 8 bytes that its header promises.");
        QCOMPARE(problem(idx({0, 2, 2}, ""), labels), "DIR/images: holds no values: its shape is [0, 2, 2].");
        QCOMPARE(problem(images, idx({3}, {1, 0, 1})),
                 "DIR/labels: there are 3 labels for the 2 images in DIR/images. Do both files belong together?");
        QCOMPARE(problem(images, labels, {{"classes", Strings{"only"}}}),
                 "DIR/labels: sample 0 has the label 1, but labels go from 0 to 0. Check the labels or the list of classes.");
        QCOMPARE(problem(labels, images),
                 "DIR/images: expects pictures [N, H, W] or [N, C, H, W], got [2]. Are images and labels swapped?");
        QCOMPARE(problem(images, labels, {{"std", Floats{0}}}), "std: must be above 0, got [0.0].");
        QCOMPARE(problem(images, labels, {{"mean", Floats{0, 0}}}), "mean: expects one number or one per channel (1).");

        std::string damaged = gzip(images);
        damaged[damaged.size() - 6] ^= 1; // the checksum
        QCOMPARE(problem(damaged, labels), "DIR/images: the compressed data are damaged (incorrect data check). Fetch the file again.");
        QCOMPARE(problem(gzip(images).substr(0, 20), labels), "DIR/images: the compressed data are cut off. Fetch the file again.");
        QCOMPARE(m_dir.error(openSource("idx", {{"images", "no"}, {"labels", "labels"}}, m_dir.path())),
                 "DIR/no: cannot open the file: No such file or directory. Check the path; relative paths start at the project's folder.");
        QCOMPARE(m_dir.error(openSource("idx", {{"images", "."}, {"labels", "labels"}}, m_dir.path())), "DIR/.: is not a plain file.");
    }

    void fashionMnist()
    {
        const std::string folder = "/usr/share/datasets/fashion-mnist";
        if (!std::ifstream(folder + "/t10k-images-idx3-ubyte.gz")) QSKIP("the package dataset-fashion-mnist is not installed");
        const Opened data = openSource("idx", {{"images", "t10k-images-idx3-ubyte.gz"}, {"labels", "t10k-labels-idx1-ubyte.gz"}}, folder);
        QVERIFY(data.ok());
        QCOMPARE((*data)->size(), int64_t{10000});
        QCOMPARE((*data)->fields()[0].type.text(), std::string("f32[1, 28, 28]"));
        std::vector<int> counts(10);
        for (int64_t i = 0; i < 10000; ++i) ++counts[static_cast<std::size_t>(sample<int64_t>(**data, i, 1)[0])];
        QCOMPARE(counts, std::vector<int>(10, 1000));
        QCOMPARE(sample<int64_t>(**data, 0, 1)[0], int64_t{9}); // the first test picture is an ankle boot
    }
};

QTEST_GUILESS_MAIN(IdxTest)
#include "idx.moc"
