// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <QTest>
#include <nlohmann/json.hpp>

#include "core/data/image.h"
#include "core/tensor/tensor.h"
#include "tests/core/data/files.h"
#include "tests/core/data/pictures.h"

using namespace ds;
using namespace ds::test;

class ImageFolderTest : public QObject {
    Q_OBJECT

    static std::span<const uint8_t> view(const std::string& bytes)
    {
        return {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()};
    }

private slots:
    void decodesAllFormats()
    {
        const std::vector<uint8_t> pixels = gradient(20, 12, 3);
        const auto close = [&](const std::string& file, int tolerance) {
            const Result<Image> image = decodeImage(view(file), 3, "picture");
            if (!image || image->width != 20 || image->height != 12 || image->channels != 3) return false;
            return std::equal(pixels.begin(), pixels.end(), image->pixels.begin(), image->pixels.end(),
                              [&](int a, int b) { return std::abs(a - b) <= tolerance; });
        };
        QVERIFY(close(encodePng(20, 12, 3, pixels), 0));
        QVERIFY(close(encodeWebp(20, 12, pixels), 0));
        QVERIFY(close(encodeWebp(20, 12, pixels, false), 12));
        QVERIFY(close(encodeJpeg(20, 12, 3, pixels), 12));
        QVERIFY(close(encodeJpeg(20, 12, 3, pixels, true), 12));
    }

    void convertsBetweenGreyAndColour()
    {
        const std::vector<uint8_t> red{255, 0, 0};
        QCOMPARE(decodeImage(view(encodePng(1, 1, 3, red)), 1, "")->pixels, std::vector<uint8_t>{76}); // 0.299 * 255
        QCOMPARE(decodeImage(view(encodePng(1, 1, 1, {90})), 3, "")->pixels, (std::vector<uint8_t>{90, 90, 90}));
        QCOMPARE(decodeImage(view(encodePng(1, 1, 4, {10, 20, 30, 0})), 3, "")->pixels, (std::vector<uint8_t>{10, 20, 30})); // not blended
    }

    void resizes()
    {
        const Image wide{4, 1, 1, {0, 100, 100, 200}};
        std::vector<float> half(2);
        image::resizeToPlanes(wide, 1, 2, half.data());
        // Triangle of half width 2 around 1 and 3: weights 3, 3, 1 of 0, 100, 100.
        QVERIFY(near(half, {400 / 7.0f, 1000 / 7.0f}, 1e-3));
        std::vector<float> twice(8);
        image::resizeToPlanes(wide, 1, 8, twice.data());
        QVERIFY(near(twice, {0.0f, 25.0f, 75.0f, 100.0f, 100.0f, 125.0f, 175.0f, 200.0f}, 1e-3));
        const Image flat{37, 23, 3, std::vector<uint8_t>(37 * 23 * 3, 55)};
        std::vector<float> planes(3 * 5 * 50);
        image::resizeToPlanes(flat, 5, 50, planes.data());
        QVERIFY(near(planes, std::vector<float>(planes.size(), 55.0f), 1e-3));
    }

    void readsFolders()
    {
        const Folder dir;
        for (const char* name : {"cats", "dogs", ".hidden"}) std::filesystem::create_directory(dir.at(name));
        dir.write("cats/b.JPG", encodeJpeg(6, 4, 3, gradient(6, 4, 3)));
        dir.write("cats/a.png", encodePng(2, 2, 3, {255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0}));
        dir.write("cats/notes.txt", "no picture");
        dir.write("dogs/c.webp", encodeWebp(8, 8, gradient(8, 8, 3)));
        dir.write("readme.txt", "");
        const Opened data = openSource("image_folder", {{"folder", dir.path()}, {"mean", Floats{1, 0, 0}}});
        QVERIFY2(data.ok(), data ? "" : data.error().message().c_str());
        QCOMPARE((*data)->size(), int64_t{3});
        QCOMPARE((*data)->fields()[0].type.text(), std::string("f32[3, 2, 2]")); // of the first picture
        QCOMPARE((*data)->fields()[1].classes, (Strings{"cats", "dogs"}));
        QCOMPARE(sample<float>(**data, 0, 0), (std::vector<float>{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        QCOMPARE(sample<int64_t>(**data, 1, 1)[0], int64_t{0});
        QCOMPARE(sample<int64_t>(**data, 2, 1)[0], int64_t{1});

        const Opened grey = openSource("image_folder", {{"folder", dir.path()}, {"size", Ints{4, 5}}, {"channels", 1}});
        QCOMPARE((*grey)->fields()[0].type.text(), std::string("f32[1, 4, 5]"));

        // One raw input goes the same way as in training.
        const Json fitted = (*data)->fitted();
        const Encoded input =
            encodeInput("image_folder", {{"folder", dir.path()}, {"mean", Floats{1, 0, 0}}}, dir.at("dogs/c.webp"), &fitted);
        QVERIFY(input.ok());
        const auto values = sample<float>(**data, 2, 0);
        QVERIFY(std::equal(values.begin(), values.end(), input->front().span<float>().begin()));
    }

    void errors()
    {
        const Folder dir;
        const auto problem = [&](const Json* fitted = nullptr) {
            return dir.error(openSource("image_folder", {{"folder", dir.path()}, {"size", Ints{2, 2}}}, "", fitted));
        };
        QCOMPARE(problem(), "DIR: holds no folders with images. Put the images of each class into a folder of its name.");
        std::filesystem::create_directory(dir.at("cats"));
        QCOMPARE(problem(), "DIR/cats: holds no PNG, JPEG or WebP images. Each folder is a class; remove it if it is none.");
        const std::string png = encodePng(20, 12, 3, gradient(20, 12, 3));
        dir.write("cats/a.png", png);
        const Json fitted = {{"classes", {"dogs"}}, {"shape", {3, 2, 2}}};
        QCOMPARE(problem(&fitted), "DIR/cats: the training data have no class \"cats\". Each folder is a class; rename or remove it.");
        QCOMPARE(dir.error(openSource("image_folder", {{"folder", dir.at("none")}})),
                 "DIR/none: cannot read the folder: No such file or directory.");
        QCOMPARE(dir.error(openSource("image_folder", {{"folder", dir.path()}, {"size", Ints{2}}})),
                 "size: expects height and width, got [2].");
        QCOMPARE(dir.error(openSource("image_folder", {{"folder", dir.path()}, {"channels", 2}})), "channels: must be 1 or 3, got 2.");

        const auto reading = [&](const std::string& bytes) {
            dir.write("cats/a.png", bytes);
            const Opened data = openSource("image_folder", {{"folder", dir.path()}, {"size", Ints{2, 2}}});
            try {
                sample<float>(**data, 0, 0);
            } catch (const RunError& problem) {
                return dir.plain(problem.error().message());
            }
            return std::string("no error");
        };
        QCOMPARE(reading("hello"), "DIR/cats/a.png: is no PNG, JPEG or WebP image.");
        QVERIFY(reading(png.substr(0, png.size() / 2)).starts_with("DIR/cats/a.png: the PNG image is damaged ("));
        const std::string jpeg = encodeJpeg(64, 64, 3, gradient(64, 64, 3)), webp = encodeWebp(20, 12, gradient(20, 12, 3));
        QVERIFY(reading(jpeg.substr(0, jpeg.size() / 2)).starts_with("DIR/cats/a.png: the JPEG image is damaged ("));
        QCOMPARE(reading(webp.substr(0, webp.size() / 2)), "DIR/cats/a.png: the WebP image is damaged.");
        QCOMPARE(reading(png), "no error");
        std::string huge = png; // IHDR says 60000 x 60000, with a checksum that fits
        huge.replace(16, 8, bigEndian(60000) + bigEndian(60000));
        QVERIFY(!reading(huge).empty() && reading(huge) != "no error");
        QCOMPARE(image::checkSize(60000, 60000, 100, "x").error().message(),
                 std::string("x: claims to be 60000 x 60000 pixels, which its 100 bytes cannot hold."));
        std::filesystem::remove(dir.at("cats/a.png"));
    }
};

QTEST_GUILESS_MAIN(ImageFolderTest)
#include "image_folder.moc"
