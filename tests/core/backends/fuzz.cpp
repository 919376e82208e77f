// SPDX-License-Identifier: Apache-2.0
// Random shapes of everything that goes through oneDNN, and of what lies between, against the reference: f32 and bf16, both
// directions, row-major and in the layouts that the kernels wish for. DS_FUZZ sets the number of shapes, DS_FUZZ_SEED the draw.
#include <QtTest>

#include "core/backends/cpu/cpu.h"
#include "core/ops/all.h"
#include "core/ops/common.h"
#include "tests/support/backends.h"
#include "tests/support/half.h"
#include "tests/support/request.h"

using namespace ds;

namespace {

constexpr StepContext step{3, 1};

/// Multiplications that the reference takes a few milliseconds for.
constexpr double largestWork = 4e5;

class Draw {
public:
    explicit Draw(uint64_t seed) : m_rng(seed) {}

    int64_t between(int64_t low, int64_t high) { return low + static_cast<int64_t>(m_rng.below(static_cast<uint64_t>(high - low + 1))); }
    bool chance(double share) { return m_rng.uniform() < static_cast<float>(share); }
    int64_t of(std::initializer_list<int64_t> choices) { return choices.begin()[m_rng.below(static_cast<uint64_t>(choices.size()))]; }
    Tensor tensor(const Shape& shape) { return ops::randomTensor(m_rng, shape, -1, 1); }
    /// What kernels block over, and its neighbours.
    int64_t width() { return chance(0.5) ? of({1, 3, 8, 15, 16, 17, 31, 32, 33, 48, 63, 64, 65, 96}) : between(1, 70); }

private:
    Rng m_rng;
};

struct Case {
    const char* op;
    std::vector<Tensor> inputs;
    Attrs attrs;
};

std::string textOf(const Case& c)
{
    std::string text = c.op;
    for (const Tensor& input : c.inputs) text += input.defined() ? " " + input.type().text() : " -";
    for (const auto& [name, value] : c.attrs) text += " " + name + "=" + attrText(value);
    return text;
}

/// A convolution, with bias and activation, and both of its gradients.
std::vector<Case> convolutions(Draw& draw)
{
    for (;;) {
        const int rank = static_cast<int>(draw.of({1, 2, 2, 2, 2, 3}));
        const bool depthwise = draw.chance(0.1);
        const int64_t groups = depthwise ? draw.width() : draw.of({1, 1, 1, 2, 3}), batch = draw.between(1, 4);
        const int64_t in = depthwise ? 1 : draw.width(), out = depthwise ? 1 : draw.width();
        Ints spatial, kernel, stride, dilation, before, after;
        const bool square = draw.chance(0.5);
        bool empty = false;
        for (int d = 0; d < rank; ++d) {
            const bool same = square && d > 0;
            spatial.push_back(same ? spatial[0] : draw.between(1, 16));
            kernel.push_back(same ? kernel[0] : draw.of({1, 1, 2, 3, 3, 3, 5, 7}));
            stride.push_back(same ? stride[0] : draw.of({1, 1, 2, 3}));
            dilation.push_back(same ? dilation[0] : draw.of({1, 1, 1, 2}));
            const int64_t half = kernel.back() / 2;
            before.push_back(same ? before[0] : draw.of({0, half, kernel.back() - 1}));
            after.push_back(same ? after[0] : draw.of({0, half, kernel.back() - 1}));
            empty |= spatial.back() + before.back() + after.back() < (kernel.back() - 1) * dilation.back() + 1;
        }
        if (empty) continue;
        Shape x(spatial), w(kernel);
        x.insert(0, in * groups);
        x.insert(0, batch);
        w.insert(0, in);
        w.insert(0, out * groups);
        const Attrs attrs{{"groups", groups}, {"stride", stride}, {"dilation", dilation}, {"pad_before", before}, {"pad_after", after}};
        Case forward{"conv", {draw.tensor(x), draw.tensor(w), draw.chance(0.5) ? draw.tensor({out * groups}) : Tensor{}}, attrs};
        const test::SampleRequest request(*allOps().find("conv"), forward.inputs, attrs);
        const Shape y = request.request().out().shape;
        if (static_cast<double>(y.count()) * static_cast<double>(w.count(1, w.rank())) > largestWork) continue;
        std::vector<Case> cases{forward};
        cases.push_back({"conv_activation", {forward.inputs[0], forward.inputs[1], forward.inputs[2]}, attrs});
        if (draw.chance(0.5)) cases.back().inputs.push_back(draw.tensor(y));
        const Tensor grad = draw.tensor(y);
        cases.push_back({"conv_input_grad", {grad, forward.inputs[1]}, attrs});
        cases.back().attrs.set("input_spatial", spatial);
        cases.push_back({"conv_weight_grad", {forward.inputs[0], grad}, attrs});
        cases.back().attrs.set("kernel", kernel);
        return cases;
    }
}

std::vector<Case> products(Draw& draw)
{
    for (;;) {
        const int64_t m = draw.width(), k = draw.width(), n = draw.width(), batch = draw.of({0, 0, 1, 2, 5});
        if (static_cast<double>(m * k * n * std::max<int64_t>(batch, 1)) > largestWork) continue;
        const bool ta = draw.chance(0.3), tb = draw.chance(0.5);
        Shape a = ta ? Shape{k, m} : Shape{m, k}, b = tb ? Shape{n, k} : Shape{k, n};
        if (batch > 0) a.insert(0, batch);
        std::vector<Case> cases{{"linear",
                                 {draw.tensor(batch > 0 ? Shape{batch, m, k} : Shape{m, k}), draw.tensor(b), draw.tensor({n})},
                                 {{"transpose_b", tb}, {"activation", draw.chance(0.5) ? "relu" : "none"}}}};
        if (batch > 0 && draw.chance(0.6)) b.insert(0, batch);
        cases.push_back({"matmul", {draw.tensor(a), draw.tensor(b)}, {{"transpose_a", ta}, {"transpose_b", tb}}});
        return cases;
    }
}

/// Images between convolutions.
std::vector<Case> images(Draw& draw)
{
    const Shape x{draw.between(1, 3), draw.width(), draw.between(2, 9), draw.between(2, 9)};
    const Tensor image = draw.tensor(x);
    const Ints kernel{draw.between(1, x[2]), draw.between(1, x[3])}, stride{draw.between(1, 3), draw.between(1, 3)};
    const Attrs window{{"kernel", kernel}, {"stride", stride}};
    const Shape y = test::SampleRequest(*allOps().find("max_pool"), {image}, window).request().out().shape;
    Attrs spread = window;
    spread.set("input_spatial", Ints{x[2], x[3]});
    const Tensor scale = draw.tensor({x[1]}), bias = draw.tensor({x[1]});
    const int64_t groups = x[1] % 4 == 0 ? 4 : 1;
    return {
        {"max_pool", {image}, window},
        {"max_pool_grad", {image, draw.tensor(y)}, window},
        {"avg_pool", {image}, window},
        {"avg_pool_grad", {draw.tensor(y)}, spread},
        {"batch_norm", {image, scale, bias}, {{"epsilon", 0.1}}},
        {"batch_norm_activation", {image, scale, bias, draw.tensor(x)}, {{"epsilon", 0.1}}},
        {"group_norm", {image, scale, bias}, {{"epsilon", 0.1}, {"groups", groups}}},
        {"group_norm_grad", {image, scale, draw.tensor(x)}, {{"epsilon", 0.1}, {"groups", groups}}},
        {"add_layer_norm", {image, draw.tensor(x)}, {{"axis", 1}, {"epsilon", 0.1}, {"rate", draw.chance(0.5) ? 0.3 : 0.0}, {"stream", 3}}},
        {"layer_norm_grad", {image, {}, draw.tensor(x), draw.tensor(x)}, {{"axis", 1}, {"epsilon", 0.1}}},
        {"relu_grad", {image, draw.tensor(x)}, {}}};
}

} // namespace

class Fuzz : public QObject {
    Q_OBJECT

    static Backend& cpu() { return *test::backends().back(); }

    /// Empty if the kernel gives what the reference gives.
    static std::string check(const Case& c)
    {
        const OpSpec& op = *allOps().find(c.op);
        const test::SampleRequest request(op, c.inputs, c.attrs);
        if (!request.error().empty()) return request.error();
        const test::Evaluation expected = test::exactly(op, c.inputs, c.attrs, step);
        if (!expected.error.empty()) return expected.error;
        for (const char* images : {"", "aBcd16b"}) {
            const test::Evaluation actual = *images ? test::evaluateBlocked(op, c.inputs, c.attrs, cpu(), Layout(images), step)
                                                    : test::evaluateOp(op, c.inputs, c.attrs, cpu(), step);
            if (!actual.error.empty()) return actual.error;
            for (std::size_t i = 0; i < expected.outputs.size(); ++i)
                if (std::string problem = test::halfDifference(op, actual.outputs[i], expected.outputs[i]); !problem.empty())
                    return std::string(*images ? "blocked, " : "") + "output " + std::to_string(i) + ": " + problem;
        }
        return {};
    }

private slots:
    void shapes()
    {
        const int count = qEnvironmentVariableIsSet("DS_FUZZ") ? qEnvironmentVariableIntValue("DS_FUZZ") : 60;
        const auto seed = static_cast<uint64_t>(qEnvironmentVariableIntValue("DS_FUZZ_SEED"));
        int kernels = 0, half = 0;
        QStringList problems;
        for (int i = 0; i < count; ++i) {
            Draw draw(seed * 1000003 + static_cast<uint64_t>(i));
            const std::vector<Case> cases = i % 10 < 6 ? convolutions(draw) : i % 10 < 9 ? products(draw) : images(draw);
            for (const Case& wide : cases) {
                const OpSpec& op = *allOps().find(wide.op);
                std::vector<Case> forms{wide};
                if (const auto inputs = test::inHalf(op, wide.inputs)) {
                    forms.push_back({wide.op, *inputs, wide.attrs});
                    if (test::canBeWide(op)) {
                        forms.push_back(forms.back());
                        forms.back().attrs.set("wide", true);
                    }
                }
                for (const Case& c : forms) {
                    if (!cpu().native(test::SampleRequest(op, c.inputs, c.attrs).request())) continue;
                    ++kernels;
                    half += c.inputs.front().dtype() == DType::BF16;
                    if (const std::string problem = check(c); !problem.empty())
                        problems << QString::fromStdString("shape " + std::to_string(i) + ", " + textOf(c) + ": " + problem);
                }
            }
        }
        qInfo("%d shapes, %d kernels, %d of them in bf16", count, kernels, half);
        QVERIFY(kernels > count);
        if (cpu().canCompute(DType::BF16)) QVERIFY(half > count);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.mid(0, 20).join('\n')));
    }
};

QTEST_GUILESS_MAIN(Fuzz)
#include "fuzz.moc"
