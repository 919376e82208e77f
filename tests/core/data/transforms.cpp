// SPDX-License-Identifier: Apache-2.0
// All transforms by their descriptions, and each by numbers worked out by hand.
#include <array>
#include <cmath>
#include <map>
#include <set>

#include <QTest>
#include <nlohmann/json.hpp>

#include "core/data/array_dataset.h"
#include "core/data/loader.h"
#include "core/data/split.h"
#include "core/data/transformed_dataset.h"
#include "tests/core/data/files.h"
#include "tests/core/data/samples.h"

using namespace ds;
using namespace ds::test;

namespace {

/// Happens to every sample.
TransformStep surely(std::string_view name, Attrs attrs = {})
{
    attrs.set("probability", 1.0);
    return step(name, std::move(attrs));
}

std::string firstProblem(const std::shared_ptr<const Dataset>& data, const std::vector<TransformStep>& steps)
{
    const Errors errors = transformed(data, steps, 1, true).errors;
    return errors.empty() ? "no error" : errors.front().message();
}

/// What steps make of one picture or row with these values, in some epoch.
std::vector<float> applied(const Shape& shape, const std::vector<double>& values, const std::vector<TransformStep>& steps,
                           int64_t epoch = 0, std::vector<double> black = {})
{
    class One : public Dataset {
    public:
        Field field;
        std::vector<double> values;
        std::vector<Field> list;
        int64_t size() const override { return 1; }
        const std::vector<Field>& fields() const override { return list; }
        void read(int64_t, std::span<void* const> out) const override
        {
            std::transform(values.begin(), values.end(), static_cast<float*>(out[0]), [](double x) { return static_cast<float>(x); });
        }
    };
    const auto one = std::make_shared<One>();
    one->values = values;
    one->list = {{"x", {DType::F32, shape}, {}, false, std::move(black)}};
    const Transformed made = transformed(one, steps, 7, true);
    if (!made.errors.empty()) qFatal("%s", messages(made.errors).c_str());
    return floats(*made.dataset, epoch, 0);
}

std::vector<int64_t> tokensOf(const std::vector<int64_t>& values, const TransformStep& only, int64_t epoch = 0)
{
    const auto data = std::make_shared<ArrayDataset>(
        std::vector<ArrayDataset::Array>{{"tokens", Tensor::of({1, static_cast<int64_t>(values.size())}, values), {"a", "b", "c", "d"}}});
    const Transformed made = transformed(data, {only}, 7, true);
    if (!made.errors.empty()) qFatal("%s", messages(made.errors).c_str());
    std::vector<int64_t> out(values.size());
    void* rows[] = {out.data()};
    made.dataset->readInEpoch(epoch, 0, rows);
    return out;
}

const std::vector<double> nine{1, 2, 3, 4, 5, 6, 7, 8, 9};

} // namespace

class TransformsTest : public QObject {
    Q_OBJECT

private slots:
    void descriptions()
    {
        std::set<std::string_view> names;
        for (const TransformSpec* spec : allTransforms()) {
            const std::string name(spec->name);
            QVERIFY2(names.insert(spec->name).second, name.c_str());
            QVERIFY2(spec->doc.size() > 20 && (spec->doc.ends_with('.')), name.c_str());
            QVERIFY2(findTransform(spec->name) == spec, name.c_str());
            for (const AttrSpec& attribute : transformAttributes(*spec)) QVERIFY2(attribute.doc.ends_with('.'), name.c_str());
            Attrs defaults;
            for (const AttrSpec& attribute : transformAttributes(*spec))
                if (!attribute.required) defaults.set(attribute.name, attribute.fallback);
            std::vector<AttrSpec> optional = transformAttributes(*spec);
            std::erase_if(optional, [](const AttrSpec& attribute) { return attribute.required; });
            QVERIFY2(validate(optional, defaults).empty(), name.c_str());
        }
        QVERIFY(names.size() >= 20);
    }

    /// Every transform on its own samples: the promised type, finite numbers, the same on many threads, after a seek, and again;
    /// another sample and another epoch are other draws; deterministic ones do not care; nothing is written around the output.
    void conform()
    {
        for (const TransformSpec* spec : allTransforms())
            for (const TransformSample& sample : spec->samples()) {
                const std::string what = std::string(spec->name) + " on " + sample.field.type.text();
                const auto data = samplesOf(sample.field, 40);
                Attrs attrs = sample.attrs;
                if (spec->random() && !attrs.has("probability")) attrs.set("probability", 1.0);
                const Transformed made = transformed(data, {step(spec->name, attrs)}, 5, true);
                QVERIFY2(made.errors.empty(), messages(made.errors).c_str());
                const Field& after = made.dataset->fields()[0];
                QCOMPARE(after.type.dtype, sample.field.type.dtype);
                const std::size_t bytes = after.type.bytes();
                std::vector<std::byte> first(bytes + 32, std::byte{0xA5}), second(bytes);
                void* rows[] = {first.data() + 16};
                for (int64_t i = 0; i < 40; ++i) {
                    made.dataset->readInEpoch(3, i, rows);
                    for (std::size_t b = 0; b < 16; ++b)
                        QVERIFY2(first[b] == std::byte{0xA5} && first[16 + bytes + b] == std::byte{0xA5}, what.c_str());
                    void* again[] = {second.data()};
                    made.dataset->readInEpoch(3, i, again);
                    QVERIFY2(std::equal(second.begin(), second.end(), first.begin() + 16), what.c_str());
                    if (after.type.dtype == DType::F32) {
                        const auto* values = reinterpret_cast<const float*>(second.data());
                        QVERIFY2(std::all_of(values, values + after.type.count(), [](float x) { return std::isfinite(x); }), what.c_str());
                    } else {
                        const auto* values = reinterpret_cast<const int64_t*>(second.data());
                        const auto words = static_cast<int64_t>(after.classes.size());
                        QVERIFY2(std::all_of(values, values + after.type.count(), [=](int64_t x) { return x >= 0 && x < words; }),
                                 what.c_str());
                    }
                    made.dataset->readInEpoch(4, i, again);
                    if (!spec->random()) QVERIFY2(std::equal(second.begin(), second.end(), first.begin() + 16), what.c_str());
                }
                // Whatever the number of threads, and after a seek.
                std::vector<std::vector<float>> expected;
                for (const int threads : {0, 1, 3}) {
                    DataLoader loader(made.dataset, {.batchSize = 7, .shuffle = true, .seed = 2, .threads = threads, .prefetch = 3});
                    Batch batch;
                    std::size_t at = 0;
                    for (int epoch = 0; epoch < 2; ++epoch)
                        while (loader.next(batch)) {
                            std::vector<float> values;
                            for (int64_t i = 0; i < batch.fields[0].count(); ++i)
                                values.push_back(static_cast<float>(batch.fields[0].at(i)));
                            if (threads == 0) expected.push_back(values);
                            else QVERIFY2(expected[at] == values, what.c_str());
                            ++at;
                        }
                    loader.seek(1, 2);
                    loader.next(batch);
                    for (int64_t i = 0; i < batch.fields[0].count(); ++i)
                        QVERIFY2(expected[8][static_cast<std::size_t>(i)] == static_cast<float>(batch.fields[0].at(i)), what.c_str());
                }
                // Data that are not for training have the same shape.
                const Json fitted = made.dataset->fitted();
                const Transformed other = transformed(data, {step(spec->name, sample.attrs)}, 5, false, &fitted);
                QVERIFY2(other.errors.empty(), messages(other.errors).c_str());
                QVERIFY2(other.dataset->fields()[0].type == after.type, what.c_str());
                if (spec->random() && after.type == sample.field.type) QVERIFY2(other.dataset == data, what.c_str());
            }
    }

    void badAttributesSaySo()
    {
        int cases = 0;
        for (const TransformSpec* spec : allTransforms())
            if (spec->badSamples)
                for (const BadTransform& bad : spec->badSamples()) {
                    const std::string expected = "1, " + std::string(bad.message);
                    QCOMPARE(firstProblem(samplesOf(bad.field), {step(spec->name, bad.attrs)}).substr(0, expected.size()), expected);
                    ++cases;
                }
        QVERIFY(cases >= 15);
    }

    void deterministicOnes()
    {
        using F = std::vector<float>;
        QCOMPARE(applied({1, 3, 3}, nine, {step("center_crop", {{"size", 1}})}), F{5});
        QCOMPARE(applied({1, 1, 2}, {1, 2}, {step("pad", {{"amount", Ints{1, 0}}, {"fill", 9}})}), (F{9, 9, 1, 2, 9, 9}));
        QCOMPARE(applied({1, 1, 1}, {1}, {step("pad", {{"amount", 1}})}, 0, {-2}), (F{-2, -2, -2, -2, 1, -2, -2, -2, -2}));
        QCOMPARE(applied({2, 1, 2}, {1, 2, 3, 4}, {step("normalize", {{"mean", Floats{1, 2}}, {"std", Floats{1, 2}}})}), (F{0, 1, 0.5, 1}));
        // Black goes with it: (0 - 1) / 0.5.
        QCOMPARE(applied({1, 1, 1}, {1}, {step("normalize", {{"mean", 1}, {"std", 0.5}}), step("pad", {{"amount", Ints{0, 1}}})}),
                 (F{-2, 0, -2}));
        QCOMPARE(applied({4}, {-9, -1, 1, 9}, {step("clip", {{"min", -2}, {"max", 3}})}), (F{-2, -1, 1, 3}));
        QVERIFY(near(applied({1, 2, 2}, {1, 3, 5, 7}, {step("resize", {{"size", 1}})}), F{4}));
        QVERIFY(near(applied({1, 1, 2}, {0, 4}, {step("resize", {{"size", Ints{1, 4}}})}), F{0, 1, 3, 4}));
        QVERIFY(near(applied({1, 1, 4}, {0, 0, 4, 4}, {step("gaussian_blur", {{"sigma", 0}})}), F{0, 0, 4, 4}));
    }

    void standardizeLearns()
    {
        const auto rows = std::make_shared<ArrayDataset>(
            std::vector<ArrayDataset::Array>{{"row", Tensor::of({4, 2}, {1.f, 5.f, 3.f, 5.f, 1.f, 5.f, 3.f, 5.f})}});
        const Transformed train = transformed(rows, {step("standardize")}, 1, true);
        QCOMPARE(floats(*train.dataset, 0, 1), (std::vector<float>{1, 0})); // mean 2, deviation 1; a constant becomes 0
        const auto other = std::make_shared<ArrayDataset>(std::vector<ArrayDataset::Array>{{"row", Tensor::of({1, 2}, {4.f, 6.f})}});
        const Json fitted = train.dataset->fitted();
        const Transformed test = transformed(other, {step("standardize")}, 1, false, &fitted);
        QCOMPARE(floats(*test.dataset, 0, 0), (std::vector<float>{2, 1}));
        const auto input = transformInputs({{"standardize", {}}}, {"row"}, {Tensor::of({2}, {0.f, 5.f})}, fitted);
        QCOMPARE(input->front().at(0), -2.0);
        const Json none;
        QCOMPARE(
            transformInputs({{"standardize", {}}}, {"row"}, {Tensor::of({2}, {0.f, 5.f})}, none).error().message(),
            std::string(
                "data.transforms, 1, standardize: what was learnt from the training data does not fit f32[2]. Train the model again."));
    }

    void flips()
    {
        using F = std::vector<float>;
        QCOMPARE(applied({1, 2, 3}, {1, 2, 3, 4, 5, 6}, {surely("random_horizontal_flip")}), (F{3, 2, 1, 6, 5, 4}));
        QCOMPARE(applied({1, 2, 3}, {1, 2, 3, 4, 5, 6}, {surely("random_vertical_flip")}), (F{4, 5, 6, 1, 2, 3}));
        int flipped = 0;
        for (int epoch = 0; epoch < 2000; ++epoch) flipped += applied({1, 1, 2}, {1, 2}, {step("random_horizontal_flip")}, epoch)[0] == 2;
        QVERIFY2(std::abs(flipped - 1000) < 100, qPrintable(QString::number(flipped))); // four and a half deviations
        flipped = 0;
        for (int epoch = 0; epoch < 2000; ++epoch)
            flipped += applied({1, 1, 2}, {1, 2}, {step("random_horizontal_flip", {{"probability", 0.1}})}, epoch)[0] == 2;
        QVERIFY2(std::abs(flipped - 200) < 60, qPrintable(QString::number(flipped)));
    }

    void crops()
    {
        // Each place comes as often as another, and holds what stands there.
        std::map<std::vector<float>, int> seen;
        for (int epoch = 0; epoch < 3600; ++epoch)
            ++seen[applied({1, 2, 2}, {1, 2, 3, 4}, {step("random_crop", {{"padding", 1}, {"fill", 0}})}, epoch)];
        QCOMPARE(seen.size(), std::size_t{9});
        for (const auto& [values, count] : seen) QVERIFY(std::abs(count - 400) < 100);
        QVERIFY(seen.count({1, 2, 3, 4}) && seen.count({0, 0, 0, 1}) && seen.count({0, 0, 1, 2}) && seen.count({4, 0, 0, 0}));
        std::set<std::vector<float>> edges, mirrored;
        for (int epoch = 0; epoch < 200; ++epoch) {
            edges.insert(
                applied({1, 1, 3}, {1, 2, 3}, {step("random_crop", {{"padding", 2}, {"size", Ints{1, 3}}, {"border", "edge"}})}, epoch));
            mirrored.insert(
                applied({1, 1, 3}, {1, 2, 3}, {step("random_crop", {{"padding", 2}, {"size", Ints{1, 3}}, {"border", "reflect"}})}, epoch));
        }
        using Set = std::set<std::vector<float>>;
        QVERIFY((edges == Set{{1, 1, 1}, {1, 1, 2}, {1, 2, 3}, {2, 3, 3}, {3, 3, 3}}));
        QVERIFY((mirrored == Set{{3, 2, 1}, {2, 1, 2}, {1, 2, 3}, {2, 3, 2}}));
        // Without training data: the middle.
        const Transformed still =
            transformed(samplesOf({"x", {DType::F32, {1, 3, 3}}}), {step("random_crop", {{"padding", 0}, {"size", 1}})}, 1, false);
        QCOMPARE(floats(*still.dataset, 0, 0), std::vector<float>{4});
        // A piece that is the whole picture is the picture.
        const TransformStep whole = step("random_resized_crop", {{"share", Floats{1, 1}}, {"ratio", Floats{1, 1}}});
        QVERIFY(near(applied({1, 3, 3}, nine, {whole}), {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1e-5));
        // Pieces lie within: never below the least or above the greatest.
        for (int epoch = 0; epoch < 100; ++epoch)
            for (float x : applied({1, 3, 3}, nine, {step("random_resized_crop", {{"share", Floats{0.2, 0.4}}})}, epoch))
                QVERIFY(x >= 1 && x <= 9);
    }

    void turns()
    {
        // What a quarter turn to the left does, through the same way as the random ones: find an epoch whose angle is near.
        const std::vector<double> dot{0, 0, 0, 0, 0, 1, 0, 0, 0}; // at the right
        double sum = 0, squares = 0;
        for (int epoch = 0; epoch < 400; ++epoch) {
            // The angle is the draw after the one for the probability.
            Draws draws(7, streamOf("random_rotation", 15), epoch, 0);
            draws.uniform();
            const double degrees = static_cast<double>(draws.uniform(-90, 90));
            sum += degrees;
            squares += degrees * degrees;
            QVERIFY(std::abs(degrees) <= 90);
            const std::vector<float> turned = applied({1, 3, 3}, dot, {surely("random_rotation", {{"degrees", 90}})}, epoch);
            if (degrees > 88) QVERIFY(turned[1] > 0.9f && turned[5] < 0.1f); // up
            if (degrees < -88) QVERIFY(turned[7] > 0.9f && turned[5] < 0.1f);
            if (std::abs(degrees) < 2) QVERIFY(turned[5] > 0.9f);
            QVERIFY(std::abs(turned[4]) < 1e-5f); // the centre stays
        }
        QVERIFY(std::abs(sum / 400) < 12 && std::abs(std::sqrt(squares / 400) - 52) < 6); // uniform: 90 / √3
        QCOMPARE(applied({1, 3, 3}, nine, {surely("random_rotation", {{"degrees", 0}})}), (std::vector<float>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
    }

    void affineMoves()
    {
        // Only along the side, by at most one of three pixels: a line moves without changing the others.
        for (int epoch = 0; epoch < 50; ++epoch) {
            Draws draws(7, streamOf("random_affine", 13), epoch, 0);
            for (int i = 0; i < 4; ++i) draws.uniform(); // probability, turn, scale, shear
            const float right = draws.uniform(-1, 1);
            const std::vector<float> moved = applied(
                {1, 1, 3}, {0, 1, 0}, {surely("random_affine", {{"translate", Floats{0, 1.0 / 3}}, {"scale", Floats{1, 1}}})}, epoch);
            QVERIFY(near(moved, {std::max(0.f, -right), 1 - std::abs(right), std::max(0.f, right)}, 1e-5));
        }
        // Twice as large around the centre.
        const std::vector<float> large =
            applied({1, 3, 3}, {0, 0, 0, 0, 1, 0, 0, 0, 0}, {surely("random_affine", {{"translate", 0}, {"scale", Floats{2, 2}}})});
        QVERIFY(near(large, {0.25f, 0.5f, 0.25f, 0.5f, 1, 0.5f, 0.25f, 0.5f, 0.25f}, 1e-5));
    }

    void hides()
    {
        std::array<int, 25> covered{};
        for (int epoch = 0; epoch < 500; ++epoch) {
            const std::vector<float> out = applied({1, 5, 5}, std::vector<double>(25, 1), {surely("cutout", {{"size", 3}})}, epoch);
            const auto zeros = std::count(out.begin(), out.end(), 0.f);
            QVERIFY(zeros >= 4 && zeros <= 9);
            for (std::size_t i = 0; i < 25; ++i) covered[i] += out[i] == 0;
        }
        QVERIFY(covered[0] > 40 && covered[12] > covered[0]);
        int erased = 0;
        for (int epoch = 0; epoch < 400; ++epoch) {
            std::vector<double> picture(400);
            std::iota(picture.begin(), picture.end(), 1.0); // mean 200.5
            const std::vector<float> out = applied({1, 20, 20}, picture, {step("random_erasing", {{"share", Floats{0.1, 0.3}}})}, epoch);
            const auto changed = std::count(out.begin(), out.end(), 200.5f);
            erased += changed > 0;
            if (changed) QVERIFY(changed >= 30 && changed <= 130); // sides are rounded
        }
        QVERIFY(std::abs(erased - 200) < 45);
    }

    void noiseIsNormal()
    {
        std::vector<double> sums(4);
        const int64_t count = 20000;
        std::vector<float> values(static_cast<std::size_t>(count));
        Draws draws(3, 4, 5, 6);
        draws.normals(values.data(), count);
        double neighbours = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto x = static_cast<double>(values[i]);
            for (int k = 0; k < 4; ++k) sums[static_cast<std::size_t>(k)] += std::pow(x, k + 1);
            if (i) neighbours += x * static_cast<double>(values[i - 1]);
        }
        for (double& sum : sums) sum /= static_cast<double>(count);
        QVERIFY(std::abs(sums[0]) < 0.03 && std::abs(sums[1] - 1) < 0.04 && std::abs(sums[2]) < 0.12 && std::abs(sums[3] - 3) < 0.25);
        QVERIFY(std::abs(neighbours) / static_cast<double>(count) < 0.03);
        // Box and Muller's formula itself, by the numbers it starts from.
        Draws again(3, 4, 5, 6);
        uint32_t bits[4];
        again.bits(bits, 4);
        const double u = (static_cast<double>(bits[0] >> 8) + 1) / 16777216.0;
        const double radius = std::hypot(static_cast<double>(values[0]), static_cast<double>(values[1]));
        QVERIFY(std::abs(radius - std::sqrt(-2 * std::log(u))) < 1e-5);
        // Fields have noise of their own, but turn alike.
        Draws other(3, 4, 5, 6);
        other.setField(1);
        float first = 0;
        other.normals(&first, 1);
        QVERIFY(first != values[0]);
        QCOMPARE(other.uniform(), Draws(3, 4, 5, 6).uniform());
        const std::vector<float> noisy = applied({4}, {1, 2, 3, 4}, {surely("gaussian_noise", {{"std", 0}})});
        QCOMPARE(noisy, (std::vector<float>{1, 2, 3, 4}));
    }

    void colours()
    {
        // Brightness about black: what is black stays, all others keep their ratios.
        const std::vector<float> bright =
            applied({1, 1, 3}, {-1, 0, 1}, {surely("colour_jitter", {{"contrast", 0}, {"brightness", 0.5}})}, 3, {-1});
        QVERIFY(std::abs(bright[0] + 1) < 1e-6f && std::abs((bright[2] + 1) / (bright[1] + 1) - 2) < 1e-5f && bright[1] != 0);
        const std::vector<float> strong =
            applied({1, 1, 3}, {1, 2, 6}, {surely("colour_jitter", {{"contrast", 0.5}, {"brightness", 0}})}, 3);
        QVERIFY(std::abs(strong[0] + strong[1] + strong[2] - 9) < 1e-5f && strong[0] != 1);
        QVERIFY(near(applied({3, 1, 1}, {1, 2, 3}, {surely("random_grayscale")}), {1.815f, 1.815f, 1.815f}, 1e-5)); // .299 + 1.174 + .342
        const std::vector<float> blurred = applied({1, 1, 5}, {0, 0, 1, 0, 0}, {surely("gaussian_blur", {{"sigma", 1}})});
        QVERIFY(std::abs(blurred[2] / blurred[1] - std::exp(0.5f)) < 1e-4f && std::abs(blurred[1] - blurred[3]) < 1e-6f);
    }

    void tokens()
    {
        const std::vector<int64_t> abcd{0, 1, 2, 3, 0, 1, 2, 3};
        QCOMPARE(tokensOf(abcd, step("random_token_mask", {{"token", "d"}, {"rate", 1}})), std::vector<int64_t>(8, 3));
        QCOMPARE(tokensOf(abcd, step("random_token_mask", {{"token", "d"}, {"rate", 0}})), abcd);
        QCOMPARE(tokensOf({0, 1, 2}, step("random_token_swap", {{"rate", 1}})), (std::vector<int64_t>{1, 2, 0}));
        QCOMPARE(tokensOf({0, 1, 2}, step("random_token_drop", {{"rate", 1}, {"end", "c"}})), (std::vector<int64_t>{2, 2, 2}));
        int masked = 0, dropped = 0;
        std::array<int, 4> replaced{};
        for (int epoch = 0; epoch < 500; ++epoch) {
            for (int64_t token : tokensOf({0, 0, 0, 0}, step("random_token_mask", {{"token", "d"}, {"rate", 0.25}}), epoch))
                masked += token == 3;
            for (int64_t token : tokensOf({0, 0, 0, 0}, step("random_token_drop", {{"rate", 0.25}, {"end", "d"}}), epoch))
                dropped += token == 3;
            for (int64_t token : tokensOf({0, 0, 0, 0}, step("random_token_replace", {{"rate", 1}}), epoch))
                ++replaced[static_cast<std::size_t>(token)];
        }
        QVERIFY(std::abs(masked - 500) < 90 && std::abs(dropped - 500) < 90);
        for (int count : replaced) QVERIFY(std::abs(count - 500) < 90);
        int hidden = 0;
        for (int epoch = 0; epoch < 500; ++epoch)
            for (float x : applied({4}, {1, 1, 1, 1}, {surely("random_feature_drop", {{"rate", 0.25}, {"with", 7}})}, epoch))
                hidden += x == 7;
        QVERIFY(std::abs(hidden - 500) < 90);
    }
};

QTEST_GUILESS_MAIN(TransformsTest)
#include "transforms.moc"
