// SPDX-License-Identifier: Apache-2.0
// The cpu backend against the reference on shapes that the ops' own samples are too small for: remainders of vectors, several
// blocks, several threads, blocked layouts.
#include <QtTest>

#include <functional>

#include "core/backends/cpu/cpu.h"
#include "core/ops/all.h"
#include "core/ops/common.h"
#include "tests/support/backends.h"
#include "tests/support/compare.h"
#include "tests/support/evaluate.h"
#include "tests/support/half.h"
#include "tests/support/request.h"

using namespace ds;

namespace {

constexpr StepContext step{11, 3};

struct Case {
    const char* op;
    std::vector<Tensor> inputs;
    Attrs attrs = {};
    const char* note = "";
};

Backend& cpu() { return *test::backends().back(); }

const OpSpec& spec(const char* name) { return *allOps().find(name); }

bool isReference(const Kernel& kernel) { return kernel.describe() == "reference"; }

/// The case as mixed precision would run it, sums in f32; false if it would not.
bool useHalf(Case& c)
{
    const auto half = test::inHalf(spec(c.op), c.inputs);
    if (!half) return false;
    c.inputs = *half;
    if (test::canBeWide(spec(c.op))) c.attrs.set("wide", true);
    return cpu().native(test::SampleRequest(spec(c.op), c.inputs, c.attrs).request());
}

} // namespace

#define CHECK_TEXT(text) QVERIFY2((text).empty(), (text).c_str())

class CpuKernels : public QObject {
    Q_OBJECT

    Rng m_rng{5};
    std::vector<Case> m_cases, m_images, m_attention;

    Tensor r(const Shape& shape, double low = -2, double high = 2) { return ops::randomTensor(m_rng, shape, low, high); }
    Tensor index(const Shape& shape, int64_t below, DType dtype = DType::I64) { return ops::randomIndices(m_rng, shape, below, dtype); }
    Tensor mask(const Shape& shape)
    {
        Tensor tensor(TensorType{DType::Bool, shape});
        for (int64_t i = 0; i < tensor.count(); ++i) tensor.set(i, m_rng.uniform() < 0.7f);
        return tensor;
    }
    /// With the output that the gradient op is given, too.
    void attention(std::vector<Tensor> inputs, const Attrs& attrs, const char* note)
    {
        inputs.resize(5);
        m_cases.push_back({"attention", inputs, attrs, note});
        const Tensor y = test::evaluateOp(spec("attention"), inputs, attrs, test::reference(), step).outputs.at(0);
        inputs.push_back(y);
        inputs.push_back(r(y.shape()));
        m_cases.push_back({"attention_grad", inputs, attrs, note});
        m_attention.insert(m_attention.end(), m_cases.end() - 2, m_cases.end());
    }
    void recurrent(const char* op, const char* gradOp, int gates, int states, bool first, const Tensor& lengths, bool reverse,
                   const char* note)
    {
        const int64_t steps = 9, batch = 5, width = 21, hidden = 37;
        std::vector<Tensor> inputs{r({steps, batch, width})};
        for (int i = 0; i < states; ++i) inputs.push_back(first ? r({batch, hidden}) : Tensor{});
        inputs.push_back(r({gates * hidden, width}, -0.3, 0.3));
        inputs.push_back(r({gates * hidden, hidden}, -0.3, 0.3));
        for (int i = 0; i < 2; ++i) inputs.push_back(first ? r({gates * hidden}) : Tensor{});
        inputs.push_back(lengths);
        const Attrs attrs{{"reverse", reverse}};
        m_cases.push_back({op, inputs, attrs, note});
        const std::vector<Tensor> outputs = test::evaluateOp(spec(op), inputs, attrs, test::reference(), step).outputs;
        inputs.push_back(outputs.at(0));
        inputs.push_back(r({steps, batch, hidden}));
        for (int i = 0; i < states; ++i) inputs.push_back(first ? r({batch, hidden}) : Tensor{});
        if (outputs.size() > 1 + static_cast<std::size_t>(states)) inputs.push_back(outputs.back()); // the tape
        m_cases.push_back({gradOp, inputs, attrs, note});
    }
    void fillCases();

    void caseRows(const std::vector<Case>& cases)
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::addRow("%s %d %s", cases[i].op, static_cast<int>(i), cases[i].note) << static_cast<int>(i);
    }

    /// The case of this row with its operands of four dimensions in each of the layouts.
    void inLayouts(const std::vector<Case>& cases, std::initializer_list<const char*> tags)
    {
        QFETCH(int, index);
        const Case& c = cases[static_cast<std::size_t>(index)];
        const test::Evaluation expected = test::evaluateOp(spec(c.op), c.inputs, c.attrs, test::reference(), step);
        CHECK_TEXT(expected.error);
        for (const char* tag : tags) {
            const test::Evaluation actual = test::evaluateBlocked(spec(c.op), c.inputs, c.attrs, cpu(), Layout(tag), step);
            CHECK_TEXT(actual.error);
            for (std::size_t i = 0; i < expected.outputs.size(); ++i) {
                const std::string problem = test::difference(actual.outputs[i], expected.outputs[i], spec(c.op).tolerance);
                QVERIFY2(problem.empty(), (std::string(tag) + ", output " + std::to_string(i) + ": " + problem).c_str());
            }
        }
    }
    void inLayoutsInHalf(const std::vector<Case>& cases, std::initializer_list<const char*> tags)
    {
        QFETCH(int, index);
        Case c = cases[static_cast<std::size_t>(index)];
        if (!useHalf(c)) QSKIP("stays f32");
        const test::Evaluation expected = test::exactly(spec(c.op), c.inputs, c.attrs, step);
        CHECK_TEXT(expected.error);
        for (const char* tag : tags) {
            const test::Evaluation actual = test::evaluateBlocked(spec(c.op), c.inputs, c.attrs, cpu(), Layout(tag), step);
            CHECK_TEXT(actual.error);
            for (std::size_t i = 0; i < expected.outputs.size(); ++i) {
                const std::string problem = test::halfDifference(spec(c.op), actual.outputs[i], expected.outputs[i]);
                QVERIFY2(problem.empty(), (std::string(tag) + ", output " + std::to_string(i) + ": " + problem).c_str());
            }
        }
    }

private slots:
    void initTestCase() { fillCases(); }

    void larger_data() { caseRows(m_cases); }
    void larger()
    {
        QFETCH(int, index);
        const Case& c = m_cases[static_cast<std::size_t>(index)];
        const test::Evaluation expected = test::evaluateOp(spec(c.op), c.inputs, c.attrs, test::reference(), step);
        CHECK_TEXT(expected.error);
        const test::SampleRequest sample(spec(c.op), c.inputs, c.attrs);
        QVERIFY(cpu().supports(sample.request()));
        QVERIFY2(!isReference(*cpu().prepare(sample.request())), "runs on the reference");
        const test::Evaluation actual = test::evaluateOp(spec(c.op), c.inputs, c.attrs, cpu(), step);
        CHECK_TEXT(actual.error);
        for (std::size_t i = 0; i < expected.outputs.size(); ++i) {
            const std::string problem = test::difference(actual.outputs[i], expected.outputs[i], spec(c.op).tolerance);
            QVERIFY2(problem.empty(), ("output " + std::to_string(i) + ": " + problem).c_str());
        }
    }

    void largerInHalf_data() { caseRows(m_cases); }
    void largerInHalf()
    {
        QFETCH(int, index);
        Case c = m_cases[static_cast<std::size_t>(index)];
        if (!useHalf(c)) QSKIP("stays f32");
        const test::Evaluation expected = test::exactly(spec(c.op), c.inputs, c.attrs, step);
        const test::Evaluation actual = test::evaluateOp(spec(c.op), c.inputs, c.attrs, cpu(), step);
        CHECK_TEXT(expected.error);
        CHECK_TEXT(actual.error);
        for (std::size_t i = 0; i < expected.outputs.size(); ++i) {
            const std::string problem = test::halfDifference(spec(c.op), actual.outputs[i], expected.outputs[i]);
            QVERIFY2(problem.empty(), ("output " + std::to_string(i) + ": " + problem).c_str());
        }
    }

    void blocked_data() { caseRows(m_images); }
    void blocked() { inLayouts(m_images, {"aBcd16b", "aBcd8b"}); }
    void blockedInHalf_data() { caseRows(m_images); }
    void blockedInHalf() { inLayoutsInHalf(m_images, {"aBcd16b", "aBcd8b"}); }

    /// Attention with the heads between the tokens, where they are before they are split.
    void headsInside_data() { caseRows(m_attention); }
    void headsInside()
    {
        QFETCH(int, index);
        const Case& c = m_attention[static_cast<std::size_t>(index)];
        const test::SampleRequest sample(spec(c.op), c.inputs, c.attrs);
        KernelRequest request = sample.request();
        for (int i : {0, 1, 2}) request.inputs[static_cast<std::size_t>(i)].layout = Layout("acbd");
        const LayoutWish wish = cpu().layouts(request);
        for (std::size_t i : {0, 1, 2}) QCOMPARE(wish.inputs[i].tag(), std::string("acbd"));
        for (const Layout& output : wish.outputs) QCOMPARE(output.tag(), std::string("acbd"));
        inLayouts(m_attention, {"acbd"});
    }
    void headsInsideInHalf_data() { caseRows(m_attention); }
    void headsInsideInHalf() { inLayoutsInHalf(m_attention, {"acbd"}); }

    /// A target that is no class has neither a loss nor a gradient of its own.
    void targetsOutside()
    {
        const Tensor logits = r({4, 5}), targets = Tensor::of({4}, {-1, 5, 1000000, 2}, DType::I64);
        for (const char* op : {"softmax_cross_entropy", "softmax_cross_entropy_grad"}) {
            std::vector<Tensor> inputs{logits, targets, r({5}, 0.5, 1)};
            if (std::string(op) == "softmax_cross_entropy_grad") inputs.push_back(r({4}));
            for (double smoothing : {0.0, 0.25}) {
                const Attrs attrs{{"label_smoothing", smoothing}};
                const test::Evaluation expected = test::evaluateOp(spec(op), inputs, attrs, test::reference(), step);
                const test::Evaluation actual = test::evaluateOp(spec(op), inputs, attrs, cpu(), step);
                CHECK_TEXT(actual.error);
                CHECK_TEXT(test::difference(actual.outputs[0], expected.outputs[0], 1e-5));
                if (smoothing == 0.0) QCOMPARE(actual.outputs[0].at(0), 0.0);
            }
        }
    }

    /// Fewer or more threads than there were when the kernel was prepared.
    void threadsMayChange()
    {
        const Case c{"layer_norm_grad", {r({600, 33}), r({33}), r({600, 33})}};
        const test::Evaluation expected = test::evaluateOp(spec(c.op), c.inputs, c.attrs, cpu(), step);
        const test::SampleRequest sample(spec(c.op), c.inputs, c.attrs);
        const std::unique_ptr<Kernel> kernel = cpu().prepare(sample.request());
        const int threads = cpuThreads();
        for (int now : {1, 3}) {
            setCpuThreads(now);
            std::vector<Tensor> out;
            std::vector<const void*> from;
            std::vector<void*> to;
            for (const Tensor& input : c.inputs) from.push_back(input.raw());
            for (const Tensor& output : expected.outputs) out.emplace_back(output.type());
            for (Tensor& output : out) to.push_back(output.raw());
            Tensor workspace(TensorType{DType::U8, {static_cast<int64_t>(kernel->workspaceBytes())}});
            kernel->run({from.data(), to.data(), workspace.raw(), &step, nullptr});
            setCpuThreads(threads);
            for (std::size_t i = 0; i < out.size(); ++i) QVERIFY(test::identical(out[i], expected.outputs[i]));
        }
    }
};

void CpuKernels::fillCases()
{
    setCpuThreads(2);
    const auto qkv = [&](int64_t n, int64_t h, int64_t hk, int64_t t, int64_t s, int64_t d, int64_t dv) {
        return std::vector<Tensor>{r({n, h, t, d}), r({n, hk, s, d}), r({n, hk, s, dv})};
    };
    const auto with = [](std::vector<Tensor> inputs, Tensor more, Tensor lengths = {}) {
        inputs.push_back(std::move(more));
        inputs.push_back(std::move(lengths));
        return inputs;
    };
    attention(qkv(2, 2, 2, 70, 70, 19, 19), {{"causal", true}}, "causal, two blocks");
    attention(qkv(1, 4, 2, 70, 53, 8, 11), {{"causal", true}}, "grouped, causal, first block sees nothing");
    attention(with(qkv(2, 2, 1, 33, 37, 8, 8), r({2, 1, 33, 37})), {{"scale", 0.3}}, "additive mask");
    attention(with(qkv(2, 2, 1, 17, 37, 8, 8), mask({17, 37}), Tensor::of({2}, {20, 0}, DType::I64)), {}, "bool mask, lengths");
    attention(with(qkv(1, 2, 2, 65, 18, 4, 4), mask({65, 1})), {}, "a mask for whole queries");
    attention(qkv(2, 2, 2, 66, 67, 9, 9), {{"dropout", 0.3}, {"stream", 4}, {"causal", true}}, "dropout");

    for (bool reverse : {false, true}) {
        const Tensor lengths = Tensor::of({5}, {9, 0, 4, 1, 8}, DType::I64);
        recurrent("lstm", "lstm_grad", 4, 2, true, {}, reverse, "all");
        recurrent("lstm", "lstm_grad", 4, 2, reverse, lengths, reverse, "lengths");
        recurrent("gru", "gru_grad", 3, 1, true, lengths, reverse, "lengths");
        recurrent("gru", "gru_grad", 3, 1, false, {}, reverse, "bare");
        recurrent("rnn", "rnn_grad", 1, 1, true, lengths, reverse, "lengths");
    }

    for (const char* op : {"layer_norm", "rms_norm"}) {
        const std::string grad = std::string(op) + "_grad";
        const bool layer = std::string(op) == "layer_norm";
        std::vector<Tensor> inputs{r({300, 37}), r({37})};
        if (layer) inputs.push_back(r({37}));
        m_cases.push_back({op, inputs});
        m_cases.push_back({layer ? "layer_norm_grad" : "rms_norm_grad", {r({300, 37}), r({37}), r({300, 37})}});
    }
    m_cases.push_back({"layer_norm_grad", {r({300, 37}), r({37}), r({300, 37}), r({300, 37})}, {}, "and what else reaches x"});
    for (double rate : {0.0, 0.3}) // rows longer than a stretch, of a length that four does not divide
        m_cases.push_back({"add_layer_norm",
                           {r({30, 1501}), r({30, 1501}), r({1501}), r({1501})},
                           {{"rate", rate}, {"stream", 9}},
                           rate > 0 ? "dropout" : ""});
    m_cases.push_back({"group_norm", {r({3, 12, 17, 11}), r({12}), r({12})}, {{"groups", 3}}});
    m_cases.push_back({"group_norm_grad", {r({3, 12, 17, 11}), r({12}), r({3, 12, 17, 11})}, {{"groups", 3}}});

    m_cases.push_back({"transpose", {r({70, 53})}, {{"order", Ints{1, 0}}}, "matrix"});
    m_cases.push_back({"transpose", {r({3, 48, 37})}, {{"order", Ints{0, 2, 1}}}, "last two"});
    m_cases.push_back({"transpose", {r({2, 29, 5, 18})}, {{"order", Ints{0, 2, 1, 3}}}, "heads"});
    m_cases.push_back({"transpose", {r({5, 40, 3, 19})}, {{"order", Ints{3, 1, 0, 2}}}, "all"});
    m_cases.push_back({"transpose", {index({33, 21}, 1000)}, {{"order", Ints{1, 0}}}, "i64"});
    m_cases.push_back({"transpose", {mask({33, 21})}, {{"order", Ints{1, 0}}}, "bool"});
    m_cases.push_back({"slice", {r({9, 40, 31})}, {{"begin", Ints{1, 3, 0}}, {"end", Ints{8, 40, 31}}, {"step", Ints{2, 1, 1}}}});
    m_cases.push_back({"slice", {r({9, 40, 31})}, {{"begin", Ints{0, 3, 2}}, {"end", Ints{9, 39, 30}}, {"step", Ints{1, 5, 3}}}});
    m_cases.push_back({"concat", {r({9, 40, 31}), r({9, 7, 31}), r({9, 1, 31})}, {{"axis", 1}}});
    m_cases.push_back({"split", {r({200, 96})}, {{"axis", 1}, {"sizes", Ints{32, 31, 33}}}});
    m_cases.push_back({"pad", {r({3, 40, 31})}, {{"before", Ints{1, 2, 3}}, {"after", Ints{0, 1, 2}}, {"value", 1.5}}});
    m_cases.push_back({"expand", {r({40, 1})}, {{"shape", Ints{7, 40, 65}}}});
    m_cases.push_back({"expand", {r({40, 1, 33})}, {{"shape", Ints{40, 19, 33}}}});
    m_cases.push_back({"flip", {r({5, 40, 31})}, {{"axes", Ints{0, 2}}}});
    m_cases.push_back({"full", {}, {{"shape", Ints{300, 401}}, {"value", 3.0}, {"dtype", "i64"}}});
    m_cases.push_back({"embedding", {r({50, 37}), index({40, 30}, 50)}});
    m_cases.push_back({"gather", {r({6, 50, 3}), index({400}, 50, DType::I32)}, {{"axis", 1}}});
    m_cases.push_back({"scatter_add", {r({50, 70}), index({2000}, 50), r({2000, 70})}, {{"axis", 0}}});
    m_cases.push_back({"scatter_add", {r({50, 3}), index({9000}, 50), r({9000, 3})}, {{"axis", 0}}, "narrow"});
    m_cases.push_back({"one_hot", {index({300}, 20)}, {{"classes", 19}}, "some out of range"});

    m_cases.push_back({"softmax", {r({20, 33, 41})}, {{"axis", 1}}});
    m_cases.push_back({"log_softmax", {r({20, 33, 41})}, {{"axis", 0}}});
    m_cases.push_back({"softmax_cross_entropy", {r({3, 21, 17, 19}), index({3, 17, 19}, 21), r({21}, 0.5, 1)}, {{"label_smoothing", 0.1}}});
    m_cases.push_back({"softmax_cross_entropy_grad",
                       {r({3, 21, 17, 19}), index({3, 17, 19}, 21), r({21}, 0.5, 1), r({3, 17, 19})},
                       {{"label_smoothing", 0.1}}});
    m_cases.push_back({"dropout", {r({3, 30001})}, {{"rate", 0.3}, {"stream", 9}}});

    const Tensor lr = Tensor::scalar(0.1), t = Tensor::scalar(3, DType::I64);
    const Shape flat{30011};
    const Tensor param = r(flat), grad = r(flat), m = r(flat, -0.5, 0.5), v = r(flat, 0.5, 2);
    m_cases.push_back({"sgd", {param, grad, lr, m}, {{"momentum", 0.9}, {"nesterov", true}, {"weight_decay", 0.1}}});
    m_cases.push_back({"adam", {param, grad, m, v, lr, t}, {{"weight_decay", 0.1}, {"decoupled", true}}});
    m_cases.push_back({"lamb", {param, grad, m, v, lr, t}, {{"weight_decay", 0.1}}});
    m_cases.push_back({"lion", {param, grad, m, lr}, {{"weight_decay", 0.1}}});
    m_cases.push_back({"adagrad", {param, grad, v, lr, t}, {{"weight_decay", 0.1}, {"lr_decay", 0.2}}});
    m_cases.push_back({"rmsprop", {param, grad, v, lr, m, r(flat, -0.3, 0.3)}, {{"momentum", 0.9}, {"centered", true}, {"alpha", 0.9}}});

    m_cases.push_back({"statistics", {r({3, 30001})}});
    m_cases.push_back({"statistics", {r({3, 30001}), r({3, 30001})}, {}, "a difference"});
    for (const char* op : {"sum", "mean"}) m_cases.push_back({op, {r({1003, 45})}, {{"axes", Ints{0}}}, "many rows"});
    m_cases.push_back({"segment_sum", {r({3000, 9}), index({3000}, 40)}, {{"segments", 45}}});
    m_cases.push_back({"segment_max", {r({3000, 9}), index({3000}, 40)}, {{"segments", 45}}});
    m_cases.push_back({"arg_max", {r({100, 37, 11})}, {{"axis", 1}}});
    m_cases.push_back({"top_k", {r({100, 370})}, {{"k", 5}}});
    m_cases.push_back({"sort", {r({50, 37, 11})}, {{"axis", 1}, {"descending", true}}});

    // Images: blocked over channels, and row-major, too.
    const Tensor x = r({2, 32, 13, 11});
    m_images.push_back({"conv", {x, r({32, 32, 3, 3}, -0.2, 0.2), r({32})}, {{"pad_before", Ints{1, 1}}, {"pad_after", Ints{1, 1}}}});
    m_images.push_back({"max_pool", {x}, {{"kernel", Ints{3, 3}}, {"stride", Ints{2, 2}}, {"pad_before", Ints{1, 1}}}});
    m_images.push_back({"max_pool_grad", {x, r({2, 32, 6, 5})}, {{"kernel", Ints{3, 3}}, {"stride", Ints{2, 2}}}});
    m_images.push_back(
        {"avg_pool",
         {x},
         {{"kernel", Ints{3, 2}}, {"stride", Ints{2, 2}}, {"pad_before", Ints{1, 0}}, {"ceil_mode", true}, {"count_include_pad", true}}});
    m_images.push_back(
        {"avg_pool_grad", {r({2, 32, 6, 5})}, {{"kernel", Ints{3, 3}}, {"stride", Ints{2, 2}}, {"input_spatial", Ints{13, 11}}}});
    m_images.push_back({"adaptive_avg_pool", {x}, {{"output", Ints{1, 1}}}});
    m_images.push_back({"adaptive_avg_pool_grad", {r({2, 32, 4, 3})}, {{"output", Ints{4, 3}}, {"input_spatial", Ints{13, 11}}}});
    m_images.push_back({"adaptive_max_pool", {x}, {{"output", Ints{4, 3}}}});
    m_images.push_back({"adaptive_max_pool_grad", {x, r({2, 32, 4, 3})}, {{"output", Ints{4, 3}}}});
    m_images.push_back({"batch_norm", {x, r({32}), r({32})}});
    m_images.push_back({"batch_norm_inference", {x, r({32}), r({32}), r({32}), r({32}, 0.5, 2)}});
    // The gradient takes mean and variance for functions of x.
    const std::vector<Tensor> normed = test::evaluateOp(spec("batch_norm"), {x, r({32}), r({32})}, {}, test::reference(), step).outputs;
    m_images.push_back({"batch_norm_grad", {x, r({32}), normed.at(1), normed.at(2), r(x.shape())}});
    m_images.push_back({"mean", {x}, {{"axes", Ints{2, 3}}}});
    m_images.push_back({"sum", {x}, {{"axes", Ints{2, 3}}}});
    m_images.push_back({"squared_norm", {x}});
    m_images.push_back({"statistics", {x, r(x.shape())}});
    m_images.push_back({"statistics", {r({2, 19, 13, 11})}, {}, "padded"});
    for (const Case& c : m_images) m_cases.push_back(c);
}

QTEST_GUILESS_MAIN(CpuKernels)
#include "cpu_kernels.moc"
