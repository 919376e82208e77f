// SPDX-License-Identifier: Apache-2.0
// The chain that transforms stand in: its errors, whose random numbers they draw, and what it takes of memory.
#include <cmath>
#include <numeric>

#include <QTest>
#include <nlohmann/json.hpp>

#include "core/data/array_dataset.h"
#include "core/data/loader.h"
#include "core/data/split.h"
#include "tests/core/data/files.h"
#include "tests/core/data/samples.h"
#include "tests/support/allocations.h"

using namespace ds;
using namespace ds::test;

class TransformChainTest : public QObject {
    Q_OBJECT

private slots:
    void allProblemsAtOnce()
    {
        const auto data = samplesOf({"image", {DType::F32, {1, 4, 4}}});
        const std::vector<TransformStep> steps{step("random_crp"),
                                               step("center_crop", {{"size", 9}}),
                                               step("cutout", {{"size", 0}, {"filll", 1}}),
                                               step("random_token_swap"),
                                               step("pad", {{"amount", 1}, {"fields", Strings{"imag"}}}),
                                               step("resize", {{"size", 2}})};
        const Transformed made = transformed(data, steps, 1, true);
        QStringList list;
        for (const Error& error : made.errors) list << QString::fromStdString(error.message());
        const char* tooLarge =
            "2, center_crop, size: a crop of 9 x 9 does not fit into pictures of 4 x 4. Make it smaller, or put a resize "
            "or pad before it.";
        QCOMPARE(list, (QStringList{
                           "1: there is no transform \"random_crp\". Did you mean \"random_crop\"?",
                           tooLarge,
                           "3, cutout, filll: there is no attribute of this name. Did you mean \"fill\"?",
                           "3, cutout, size: must be from 1 to 16384, got 0.",
                           "4, random_token_swap: no input is of the kind that it works on: tokens [T]. The data have image f32[1, 4, 4].",
                           "5, pad, fields: the data have no field \"imag\". Did you mean \"image\"?",
                       }));
        QCOMPARE(made.dataset->fields()[0].type.shape, (Shape{1, 2, 2})); // the good one is at work
        std::vector<TransformStep> copy = steps;
        QCOMPARE(checkSteps(copy).size(), std::size_t{3}); // what can be said without data
    }

    void drawsAreAFunctionOfTheSampleAlone()
    {
        const auto data = samplesOf({"x", {DType::F32, {1, 8, 8}}}, 10);
        const std::vector<TransformStep> one{step("random_crop")}, before{step("gaussian_noise", {{"std", 0}}), step("random_crop")};
        // Another transform beside it, or how often it happens, changes nothing.
        const auto a = transformed(data, one, 3, true).dataset, b = transformed(data, before, 3, true).dataset;
        for (int64_t i = 0; i < 10; ++i) QCOMPARE(floats(*a, 2, i), floats(*b, 2, i));
        const auto otherSeed = transformed(data, one, 4, true).dataset;
        int same = 0, sameEpoch = 0, sameSample = 0;
        for (int64_t i = 0; i < 8; ++i) {
            same += floats(*a, 0, i) == floats(*otherSeed, 0, i);
            sameEpoch += floats(*a, 0, i) == floats(*a, 1, i);
            sameSample += i >= 4 && floats(*a, 0, i) == floats(*a, 0, i - 4); // the same picture before
        }
        QVERIFY(same <= 2 && sameEpoch <= 2 && sameSample <= 2);
        // The same twice in a list: two draws.
        const auto twice = transformed(data, {step("gaussian_noise"), step("gaussian_noise")}, 3, true).dataset;
        const auto once = transformed(data, {step("gaussian_noise")}, 3, true).dataset;
        const std::vector<float> plain = floats(*data, 0, 0), x = floats(*once, 0, 0), y = floats(*twice, 0, 0);
        QVERIFY(std::abs((y[0] - plain[0]) - 2 * (x[0] - plain[0])) > 1e-4f);
        // Far epochs are not the first ones again.
        QVERIFY(floats(*once, 0, 0) != floats(*once, 65536, 0));
    }

    void fieldsStayTogether()
    {
        // A picture and its mask, said by name: both flipped or neither.
        std::vector<float> values(64);
        std::iota(values.begin(), values.end(), 0.f);
        const Tensor pictures = Tensor::of({16, 1, 1, 4}, values);
        const auto data = std::make_shared<ArrayDataset>(std::vector<ArrayDataset::Array>{{"x", pictures}, {"mask", pictures, {}, true}});
        const auto both = transformed(data, {step("random_horizontal_flip", {{"fields", Strings{"x", "mask"}}})}, 1, true).dataset;
        const auto inputs = transformed(data, {step("random_horizontal_flip")}, 1, true).dataset;
        int flipped = 0;
        for (int64_t i = 0; i < 16; ++i) {
            QCOMPARE(sample<float>(*both, i, 0), sample<float>(*both, i, 1));
            flipped += sample<float>(*both, i, 0) != sample<float>(*data, i, 0);
            QCOMPARE(sample<float>(*inputs, i, 1), sample<float>(*data, i, 1));
        }
        QVERIFY(flipped > 2 && flipped < 14);
    }

    void subsetsPassTheEpochOn()
    {
        const auto whole = transformed(samplesOf({"x", {DType::F32, {1, 8, 8}}}, 20), {step("gaussian_noise")}, 3, true).dataset;
        const Result<Split> split = splitOff(whole, 0.5, 1);
        const int64_t first = split->kept->indices()[0];
        QCOMPARE(floats(*split->kept, 5, 0), floats(*whole, 5, first));
        QVERIFY(floats(*split->kept, 5, 0) != floats(*split->kept, 6, 0));
    }

    void steadyStateAllocatesNothing()
    {
        const std::vector<TransformStep> steps{step("random_crop", {{"padding", 2}}),
                                               step("random_horizontal_flip"),
                                               step("random_rotation"),
                                               step("gaussian_blur"),
                                               step("colour_jitter"),
                                               step("random_erasing"),
                                               step("resize", {{"size", 12}}),
                                               step("gaussian_noise")};
        const auto data = transformed(samplesOf({"x", {DType::F32, {3, 9, 9}}}, 64), steps, 1, true).dataset;
        for (const int threads : {0, 2}) {
            DataLoader loader(data, {.batchSize = 8, .shuffle = true, .threads = threads, .prefetch = 3});
            Batch batch;
            for (int i = 0; i < 60; ++i) loader.next(batch);
            // A thread that had no turn yet takes its scratch memory at its first sample: so many rounds may see one.
            int64_t taken = -1;
            for (int round = 0; round <= threads && taken != 0; ++round) {
                const int64_t before = allocations;
                for (int i = 0; i < 200; ++i) loader.next(batch);
                taken = allocations - before;
            }
            QCOMPARE(taken, int64_t{0});
        }
    }
};

QTEST_GUILESS_MAIN(TransformChainTest)
#include "transform_chain.moc"
