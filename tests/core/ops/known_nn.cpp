// SPDX-License-Identifier: Apache-2.0
// Numbers that PyTorch 2 gives in f64 (torch.nn.functional and torch.nn.RNN, LSTM, GRU over packed sequences, gradients by
// torch.autograd), since a description can be wrong in formula, decomposition and kernel alike.
#include <QtTest>

#include "core/graph/autodiff.h"
#include "core/ops/all.h"
#include "tests/support/backends.h"
#include "tests/support/compare.h"
#include "tests/support/evaluate.h"

using namespace ds;

namespace {

/// ((i k + 3) mod m - o) / 4 for element i: small exact numbers without symmetry.
Tensor sequence(const Shape& shape, int64_t k = 7, int64_t m = 11, int64_t o = 5)
{
    Tensor tensor(TensorType{DType::F32, shape});
    for (int64_t i = 0; i < tensor.count(); ++i) tensor.set(i, static_cast<double>((i * k + 3) % m - o) / 4);
    return tensor;
}

Tensor vectorOf(std::initializer_list<double> values) { return Tensor::of({static_cast<int64_t>(values.size())}, values); }
Tensor integers(Shape shape, std::initializer_list<double> values) { return Tensor::of(shape, values, DType::I64); }

std::vector<Tensor> run(const char* name, const std::vector<Tensor>& inputs, const Attrs& attrs)
{
    return test::evaluateOp(*allOps().find(name), inputs, attrs, test::reference()).outputs;
}

/// Empty if the outputs of the op are these on all backends; an empty list is not compared.
std::string check(const char* name, const std::vector<Tensor>& inputs, const Attrs& attrs, const std::vector<std::vector<double>>& expected)
{
    for (Backend* backend : test::backends()) {
        const test::Evaluation result = test::evaluateOp(*allOps().find(name), inputs, attrs, *backend);
        if (!result.error.empty()) return backend->name() + ": " + result.error;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            if (expected[i].empty()) continue;
            const Tensor& actual = result.outputs[i];
            if (actual.count() != static_cast<int64_t>(expected[i].size())) return backend->name() + ": wrong size " + actual.type().text();
            Tensor wanted(actual.type());
            for (int64_t k = 0; k < wanted.count(); ++k) wanted.set(k, expected[i][static_cast<std::size_t>(k)]);
            const std::string problem = test::difference(actual, wanted, 2e-6);
            if (!problem.empty()) return backend->name() + ": " + name + ", output " + std::to_string(i) + ": " + problem;
        }
    }
    return {};
}

} // namespace

#define CHECK(...)                                                                                                                         \
    do {                                                                                                                                   \
        const std::string problem = check(__VA_ARGS__);                                                                                    \
        QVERIFY2(problem.empty(), problem.c_str());                                                                                        \
    } while (false)

class KnownNn : public QObject {
    Q_OBJECT

private slots:
    void convolution()
    {
        const Tensor x = sequence({1, 4, 4, 4}), w = sequence({4, 2, 3, 2}, 5, 13), b = sequence({4}), g = sequence({1, 4, 2, 3}, 3);
        CHECK("conv", {x, w, b},
              {{"stride", Ints{2, 1}}, {"pad_before", Ints{1, 0}}, {"pad_after", Ints{0, 1}}, {"dilation", Ints{1, 2}}, {"groups", 2}},
              {{4,      -2.8125, -1.75, 1.0625, 2.75,   -1.8125, -1.625, 1.625,   2.25, 1.625,  2.75,  2,
                1.1875, 0.5625,  -1,    -1.25,  -1.375, 0.625,   -3,     -1.3125, 2.75, 0.1875, -2.75, -0.5625}});
        CHECK("conv_input_grad", {g, w},
              {{"stride", Ints{2, 1}},
               {"pad_before", Ints{1, 0}},
               {"pad_after", Ints{0, 1}},
               {"dilation", Ints{1, 2}},
               {"groups", 2},
               {"input_spatial", Ints{4, 4}}},
              {{1.5625,  -0.875, -2.8125, 0.9375, 1,      -1.4375, 1.0625, -0.6875, 1.8125,  -0.625, -1.9375, 1.5625, -1.25,
                -0.3125, 2.3125, -1.375,  2.3125, -1.375, -1.0625, 0.4375, 0.6875,  -0.1875, -3.125, -0.25,   1.5625, -2.125,
                -2.1875, 0.0625, 1.75,    -1,     -2,     1.1875,  -1.25,  -0.5,    2.1875,  0.75,   0.3125,  -0.625, 2.125,
                0.625,   -1.75,  -1,      0.1875, 0.625,  -0.625,  -1,     0.1875,  0.625,   0.6875, 0.5,     -1,     1.75,
                -1.6875, 0.375,  2.1875,  0,      0.8125, 0.625,   -0.625, 0.625,   -2.125,  -1,     0.1875,  0.625}});
        CHECK("conv_weight_grad", {x, g},
              {{"stride", Ints{2, 1}},
               {"pad_before", Ints{1, 0}},
               {"pad_after", Ints{0, 1}},
               {"dilation", Ints{1, 2}},
               {"groups", 2},
               {"kernel", Ints{3, 2}}},
              {{-1.5,   0.8125,  1.625,   -0.6875, -3.1875, 1.1875,  0.875,   0.1875,  0.9375, -1.4375, 0.9375, 1.125,
                1.25,   -1.6875, -0.4375, 1.875,   2.25,    -3.625,  -1.3125, -1.9375, 1.375,  1.875,   -3.5,   -0.1875,
                0.6875, -0.5,    -3.5,    1.125,   1.875,   -1.4375, 0.0625,  -0.375,  0.125,  1.1875,  -1.375, -0.6875,
                0.4375, 0.5,     -0.5625, 0.375,   0.625,   0.0625,  1.0625,  -0.375,  -3.375, 1.1875,  1.25,   -1.1875}});
    }

    void transposedConvolution()
    {
        CHECK(
            "conv_transpose", {sequence({1, 4, 2, 3}), sequence({4, 1, 2, 2}, 5, 13), sequence({2})},
            {{"stride", Ints{2, 1}}, {"pad_before", Ints{1, 0}}, {"pad_after", Ints{1, 0}}, {"output_padding", Ints{1, 0}}, {"groups", 2}},
            {{-0.375, -3.4375, 0.375,  -0.9375, -1.6875, 0,    -0.75, -0.125, -0.1875, -3.6875, 0.125,  -1.375,
              0.5625, 0.1875,  1.4375, 2.625,   1.75,    1.25, 3.625, -0.375, 0.625,   0.5,     3.8125, -0.5625}});
    }

    void pooling()
    {
        const Tensor x = sequence({1, 1, 5, 4}, 9, 23, 8), g = sequence({1, 1, 3, 3}, 3);
        Attrs attrs{
            {"kernel", Ints{2, 3}}, {"stride", Ints{2, 2}}, {"pad_before", Ints{1, 1}}, {"pad_after", Ints{1, 1}}, {"ceil_mode", true}};
        CHECK("max_pool", {x}, attrs, {{1, 3.25, -0.25, 2, 3, 3, 2.75, 2.5, 1.25}});
        CHECK("max_pool_grad", {x, g}, attrs, {{0, -0.5, 0.25, 1, -1, 0, 0, 0.25, 0, 0, 0, 0, 1.25, 0, 0, 0, 0, -0.75, 0, 0}});
        attrs.set("count_include_pad", true);
        CHECK("avg_pool", {x}, attrs, {{-0.04166667, 0.6666667, -0.0625, 0.2916667, 0.4583333, 0.875, 0.7916667, 0.25, -0.1875}});
        attrs.set("count_include_pad", false);
        CHECK("avg_pool", {x}, attrs, {{-0.125, 1.333333, -0.25, 0.4375, 0.4583333, 1.75, 1.1875, 0.25, -0.375}});
        CHECK("adaptive_avg_pool", {x}, {{"output", Ints{3, 3}}}, {{0.0625, 0.875, 1.6875, 0.625, 0, 0.3333333, 1.1875, 0.5625, -0.0625}});
        CHECK("adaptive_max_pool", {x}, {{"output", Ints{2, 3}}}, {{2, 3.25, 3.25, 2.75, 2.5, 1.5}});
    }

    void batchNorm()
    {
        const Tensor x = sequence({2, 2, 3}, 9, 23, 8), scale = vectorOf({1.5, -0.5}), bias = vectorOf({0.25, 1}),
                     g = sequence({2, 2, 3}, 3);
        const Attrs attrs{{"epsilon", 1e-3}};
        CHECK("batch_norm", {x, scale, bias}, attrs,
              {{-1.827107, 0.2122344, 2.251576, 1.129389, 0.3530571, 1.560684, -0.01435903, 2.024982, -1.147326, 0.4393162, 1.646943,
                0.8706114}});
        const std::vector<Tensor> y = run("batch_norm", {x, scale, bias}, attrs);
        CHECK("batch_norm_grad", {x, scale, y[1], y[2], g}, attrs,
              {{-0.4511013, 0.04123673, 0.5335748, 0.2190487, 0.1123832, -0.383012, 0.9684375, -1.031752, -0.0603952, -0.2495543, 0.2039,
                0.09723448},
               {0.9126681, 1.703616},
               {1.25, -1.75}});
        CHECK("batch_norm_inference", {x, scale, bias, y[1], y[2]}, attrs,
              {{-1.827107, 0.2122344, 2.251576, 1.129389, 0.3530571, 1.560684, -0.01435903, 2.024982, -1.147326, 0.4393162, 1.646943,
                0.8706114}});
    }

    void layerNorm()
    {
        const Tensor x = sequence({2, 2, 3}, 9, 23, 8), scale = vectorOf({1.5, -0.5, 2}), bias = vectorOf({0.25, 1, -1}),
                     g = sequence({2, 2, 3}, 3);
        const Attrs attrs{{"epsilon", 1e-3}};
        CHECK(
            "layer_norm", {x, scale, bias}, attrs,
            {{-1.586845, 1, 1.449127, -0.09517892, 0.3384071, -3.186133, -0.09517892, 0.3384071, -3.186133, 1.8896, 1.661593, -0.5397614}});
        CHECK("layer_norm_grad", {x, scale, g}, attrs,
              {{0.1358409, -0.2721252, 0.1362843, -0.9800877, 0.349952, 0.6301357, 0.7800799, -0.2785911, -0.5014887, 0.5606507, 0.3114361,
                -0.8720867},
               {1.374552, 0.3307965, 0.5629705},
               {0.5, -2, 1}});
        CHECK("rms_norm", {x, scale}, attrs,
              {{-0.896319, -0.2390184, 3.107239, -0.2584568, -0.6892182, -2.067655, 0.6219521, -0.8292695, -0.5528463, 1.800312, 0.6001039,
                0.685833}});
        CHECK("rms_norm_grad", {x, scale, g}, attrs,
              {{-0.02568519, -0.3260285, 0.09068334, -1.0577, 0.2771319, 0.5459835, 0.9296596, -0.2203915, 0.07128482, 0.7009949, 0.4992129,
                -0.7059951},
               {1.889527, 0.03125555, 0.8652477}});
    }

    void groupNorm()
    {
        const Tensor x = sequence({1, 4, 3}, 9, 23, 8), scale = vectorOf({1.5, -0.5, 2, 1}), bias = vectorOf({0.25, 1, -1, 0}),
                     g = sequence({1, 4, 3}, 3);
        const Attrs attrs{{"groups", 2}, {"epsilon", 1e-3}};
        CHECK("group_norm", {x, scale, bias}, attrs,
              {{-1.315471, 0.6504694, 2.61641, 1.230573, 0.5752597, 1.594636, -0.8354512, 2.126427, -2.480939, 0.7404695, -1.563213,
                -0.08227439}});
        CHECK("group_norm_grad", {x, scale, g}, attrs,
              {{-0.2357611, -0.01588827, 0.2039846, 0.2988359, -0.3550427, 0.1038717, 1.641775, -1.057836, 0.03341529, 0.460231, -0.7522005,
                -0.3253847},
               {2.166175, -0.3458599, -1.069567, 2.550506},
               {0.75, -0.75, 0.5, -1}});
    }

    void softmax()
    {
        const Tensor x = Tensor::of({2, 3}, {1, 2, 3, 1000, 1000, -1000});
        CHECK("softmax", {x}, {}, {{0.09003057, 0.2447285, 0.665241, 0.5, 0.5, 0}});
        CHECK("log_softmax", {x}, {}, {{-2.407606, -1.407606, -0.407606, -0.6931472, -0.6931472, -2000.693}});
    }

    void attention()
    {
        // Grouped queries: one key head for two query heads; two queries over three keys.
        const Tensor q = sequence({1, 2, 2, 2}), k = sequence({1, 1, 3, 2}, 5, 13), v = sequence({1, 1, 3, 2}, 9, 23, 8),
                     g = sequence({1, 2, 2, 2}, 3);
        CHECK("attention", {q, k, v}, {{"causal", true}},
              {{0.5583413, 0.497683, 1.695545, -0.7241219, 0.4169796, 0.5369501, 1.197974, 0.2279776}});
        CHECK("attention_grad", {q, k, v, {}, {}, run("attention", {q, k, v}, {{"causal", true}})[0], g}, {{"causal", true}},
              {{0.3266521, 0.3266521, 0.6179025, -0.7902455, 0.2164409, 0.2164409, -0.615023, -0.9193762},
               {1.047911, 0.1605677, -1.062583, 0.09415421, 0.01467193, -0.2547219},
               {0.2814216, -0.05356788, 0.5793737, -0.3360367, 0.6392047, -0.6103955}});
        CHECK("attention", {q, k, v, Tensor::of({2, 3}, {0.5, -1, 0, 0, 0.25, 1})}, {{"scale", 0.5}},
              {{-0.2995204, 0.550666, 1.845163, -0.9772586, 0.8274923, -0.4680459, 1.513325, -0.1050532}});
    }

    void rnn()
    {
        std::vector<Tensor> inputs{sequence({3, 2, 2}), sequence({2, 2}, 3), sequence({2, 2}),     sequence({2, 2}, 5, 13),
                                   sequence({2}, 3),    sequence({2}, 4),    integers({2}, {3, 2})};
        CHECK("rnn", inputs, {},
              {{0.8482836, 0.3027097, -0.99735, 0.124353, -0.9350468, -0.06028137, 0.7736835, 0.8287674, -0.965085, 0.9925401, 0, 0},
               {-0.965085, 0.9925401, 0.7736835, 0.8287674}});
        inputs.push_back(run("rnn", inputs, {})[0]);
        inputs.push_back(sequence({3, 2, 2}, 3));
        CHECK("rnn_grad", inputs, {},
              {{0.2062122, -0.541092, -0.1562671, 0.4674215, 0.1411325, -0.415104, -0.3095982, 0.8033528, 0.002787046, -0.008361139, 0, 0},
               {},
               {-0.3784715, -0.01553723, 0.4745011, 0.5260581},
               {-0.3679696, -0.03070934, -0.06986355, 0.7860806},
               {0.1639342, -0.1350659},
               {0.1639342, -0.1350659}});
    }

    void lstm()
    {
        std::vector<Tensor> inputs{sequence({3, 2, 2}),     sequence({2, 2}, 3), sequence({2, 2}, 5), sequence({8, 2}),
                                   sequence({8, 2}, 5, 13), sequence({8}, 3),    sequence({8}, 4),    integers({2}, {3, 2})};
        CHECK(
            "lstm", inputs, {},
            {{-0.2313024, 0.04364645, -0.5567948, -0.3213671, -0.1960603, 0.06161053, -0.1174568, -0.4731989, 0.01152929, 0.05289882, 0, 0},
             {0.01152929, 0.05289882, -0.1174568, -0.4731989},
             {0.02007221, 0.2048656, -0.3190092, -0.628104}});
        CHECK("lstm", inputs, {{"reverse", true}},
              {{-0.3277359, -0.2655614, -0.08584896, 0.1109886, 0.06563791, 0.02695717, -0.5888774, -0.06745553, 0.005066664, 0.09431623, 0,
                0},
               {-0.3277359, -0.2655614, -0.08584896, 0.1109886}});
        const std::vector<Tensor> outputs = run("lstm", inputs, {});
        inputs.insert(inputs.end(), {outputs[0], sequence({3, 2, 2}, 3), {}, {}, outputs[3]});
        CHECK(
            "lstm_grad", inputs, {},
            {{0.1394202, 0.3820759, -0.1191594, -0.04078674, 0.1253877, 0.002675713, -0.3271594, -0.2547277, 0.05322538, -0.04917384, 0, 0},
             {},
             {},
             {-0.000253248, 0.01778261, -0.01961796, -0.08298261, 0.04700125, 0.04832997, -0.05943012, 0.06686917, -0.1646968, -0.147631,
              0.1916735, -0.1743372, 0.06436808, 0.02044658, -0.02748832, -0.03282973},
             {0.008234746, 0.01742762, 0.1065605, -0.1657011, -0.05408178, 0.07162506, -0.04889664, 0.003117344, 0.02888253, -0.1604723,
              -0.1024614, 0.1684735, 0.001820772, 0.06125757, 0.009745242, -0.06481242},
             {-0.01404107, 0.1992906, -0.01885202, 0.06243622, -0.0498059, 0.09706374, -0.03820968, 0.1560823},
             {-0.01404107, 0.1992906, -0.01885202, 0.06243622, -0.0498059, 0.09706374, -0.03820968, 0.1560823}});
    }

    void gru()
    {
        std::vector<Tensor> inputs{sequence({3, 2, 2}), sequence({2, 2}, 3), sequence({6, 2}),     sequence({6, 2}, 5, 13),
                                   sequence({6}, 3),    sequence({6}, 4),    integers({2}, {3, 2})};
        CHECK("gru", inputs, {},
              {{-0.6415848, -0.07848785, 0.9454425, -0.221148, -0.4729617, 0.5468957, 0.1784038, -0.4040616, 0.6646871, 0.5649985, 0, 0},
               {0.6646871, 0.5649985, 0.1784038, -0.4040616}});
        CHECK("gru", inputs, {{"reverse", true}},
              {{-0.3271068, -0.02521951, 0.4545721, -0.156403, 0.3925375, 0.2516054, 0.4233853, -0.778812, 0.6084457, 0.4971024, 0, 0},
               {-0.3271068, -0.02521951, 0.4545721, -0.156403}});
        const std::vector<Tensor> outputs = run("gru", inputs, {});
        inputs.insert(inputs.end(), {outputs[0], sequence({3, 2, 2}, 3), {}, outputs[2]});
        CHECK("gru_grad", inputs, {},
              {{0.1308039, 0.5011939, -0.5956934, -0.05948484, 0.3903796, 0.04657386, 0.422967, -0.4047808, 0.1949266, -0.1873975, 0, 0},
               {},
               {-0.01523056, -0.09951657, 0.1644889, -0.656253, -0.4139279, 0.2660523, 0.04447245, -0.04160458, -0.3038699, -0.5037778,
                0.07610184, 0.729091},
               {0.09206883, -0.02312374, 1.020322, -0.9632651, 0.5605718, -0.2255021, -0.02892608, -0.02018544, 0.3760891, -0.1300903,
                -1.3676, 1.072723},
               {},
               {-0.1134762, 0.9588185, 0.6296301, -0.02241125, -0.2872406, -0.146794}});
    }

    void crossEntropy()
    {
        const Tensor logits = sequence({3, 4}, 9, 23, 8), targets = integers({3}, {2, -100, 0}), weight = vectorOf({0.5, 1, 2, 1.5});
        const Attrs attrs{{"label_smoothing", 0.2}};
        CHECK("softmax_cross_entropy", {logits, targets, weight}, attrs, {{0.7407523, 0, 1.628888}});
        CHECK("softmax_cross_entropy_grad", {logits, targets, weight, vectorOf({1, 2, -3})}, attrs,
              {{-0.007077664, 0.1200424, -0.08668269, -0.02628204, 0, 0, 0, 0, 1.130476, -1.22121, 0.258593, -0.1678583}});
        CHECK("softmax_cross_entropy", {sequence({1, 3, 2}, 9, 23, 8), integers({1, 2}, {1, 0})}, {}, {{0.260527, 0.3137809}});
    }

    void repeatedInput()
    {
        // x times x by way of a decomposition: each of the two inputs has to get its own share.
        Graph graph(allOps());
        GraphBuilder b(graph);
        const Value x = b.input("x", {DType::F64, {1, 1, 1}});
        const Value y = b.op("conv_transpose", {x, x});
        b.output("dx", gradients(b, {y}, {b.full(1, {1, 1, 1}, DType::F64)}, {x})[0]);
        // Self-attention of x: the gradients of q, k and v are not their sum.
        const Tensor q = sequence({1, 1, 2, 2}), g = sequence({1, 1, 2, 2}, 3);
        const Value a = b.input("a", q.type()), other = b.input("b", q.type()), third = b.input("c", q.type()),
                    grad = b.input("g", q.type());
        const Values same = b.ops("attention_grad", {a, a, a, {}, {}, grad, grad}),
                     apart = b.ops("attention_grad", {a, other, third, {}, {}, grad, grad});
        for (std::size_t i = 0; i < 3; ++i) {
            b.output("same" + std::to_string(i), same[i]);
            b.output("apart" + std::to_string(i), apart[i]);
        }
        QVERIFY(!b.failed());
        const test::Evaluation result = test::evaluate(graph, {Tensor::full({DType::F64, {1, 1, 1}}, 3), q, q, q, g}, test::reference());
        QVERIFY2(result.error.empty(), result.error.c_str());
        QCOMPARE(result.outputs[0].at(0), 6.0);
        for (std::size_t i = 1; i < 7; i += 2) {
            const std::string problem = test::difference(result.outputs[i], result.outputs[i + 1], 1e-12);
            QVERIFY2(problem.empty(), problem.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(KnownNn)
#include "known_nn.moc"
