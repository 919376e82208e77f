// SPDX-License-Identifier: Apache-2.0
#include "core/graph/autodiff.h"
#include "core/graph/op_set.h"
#include "core/ops/loss/cross_entropy_common.h"

namespace ds {

namespace {

Values decompose(GraphBuilder& b, const OpCall& c)
{
    const Shape logits = c.in(0).shape();
    const DType dtype = c.in(0).dtype();
    const double smoothing = c.attrs.number("label_smoothing");
    Shape classes(std::vector<int64_t>(static_cast<std::size_t>(logits.rank()), 1)), column = logits;
    classes[1] = logits[1];
    column[1] = 1;
    const Value numbers = b.op("iota", {}, {{"shape", classes.vector()}, {"axis", 1}, {"start", 0}, {"step", 1}, {"dtype", "i64"}});
    const Value hit = b.op("equal", {numbers, reshape(c.in(1), column)});
    Value wanted = b.op("cast", {hit}, {{"dtype", dtypeName(dtype)}});
    if (smoothing > 0) wanted = wanted * (1 - smoothing) + smoothing / static_cast<double>(logits[1]);
    if (c.in(2)) wanted = wanted * reshape(c.in(2), classes);
    const Value loss = -sum(wanted * b.op("log_softmax", {c.in(0)}, {{"axis", 1}}), {1});
    const Value ignored = b.op("equal", {c.in(1), b.scalar(static_cast<double>(c.attrs.integer("ignore_index")), DType::I64)});
    return {b.op("select", {ignored, b.scalar(0, dtype), loss})};
}

Values vjp(GraphBuilder& b, const GradCall& c)
{
    // Class weights are hardly ever trained.
    if (c.wants(2)) return gradientByDecomposition(b, *b.graph().ops().find("softmax_cross_entropy"), c.inputs, c.attrs, {c.grad()});
    return {b.op("softmax_cross_entropy_grad", {c.in(0), c.in(1), c.in(2), c.grad()}, c.attrs)};
}

} // namespace

extern const OpSpec op_softmax_cross_entropy = {
    .name = "softmax_cross_entropy",
    .category = "loss",
    .doc = "Loss of each element, -sum over c of q[c] * weight[c] * log_softmax(logits)[c] with q = (1 - s) * (c is the target) + s / C "
           "and the "
           "label smoothing s (Szegedy et al., 2016; weighted as PyTorch does). Not averaged. A target outside of [0, C) matches no class.",
    .inputs = {{"logits", "[N, C, ...]"}, {"targets", "i64[N, ...], class numbers"}, {"weight", "[C]", PortKind::Optional}},
    .outputs = {{"loss", "[N, ...]"}},
    .attributes = ops::crossEntropyAttributes(),
    .infer = [](const InferCall& c) -> Inferred { return std::vector{DS_TRY(ops::crossEntropyType(c))}; },
    .decompose = decompose,
    .vjp = vjp,
    .samples = [](Rng& rng) -> std::vector<Sample> {
        std::vector<Sample> samples = ops::crossEntropySamples(rng);
        samples.push_back(
            {{Tensor::of({1, 3}, {5000, 0, -5000}), Tensor::of({1}, {1}, DType::I64)}, {}, "far out of the range of exp", false, false});
        return samples;
    },
    .badSamples = []() -> std::vector<BadSample> {
        const TensorType logits{DType::F32, {4, 10}};
        return {
            {{logits, {DType::F32, {4}}},
             {},
             "softmax_cross_entropy: expects targets that are class numbers in i64, got f32[4]. Insert a cast."},
            {{logits, {DType::I64, {4, 1}}},
             {},
             "softmax_cross_entropy: the targets [4, 1] have to be [4] for logits [4, 10]. The classes are dimension 1."},
            {{logits, {DType::I64, {4}}, {DType::F32, {4}}},
             {},
             "softmax_cross_entropy: the weight f32[4] has to be f32[10], one for each class."},
            {{{DType::F32, {4}}, {DType::I64, {4}}}, {}, "softmax_cross_entropy: expects logits [N, C, ...], got [4]."},
            {{{DType::I32, {4, 10}}, {DType::I64, {4}}},
             {},
             "softmax_cross_entropy: expects floating-point logits, got i32[4, 10]. Insert a cast."},
            {{logits, {DType::I64, {4}}},
             {{"label_smoothing", 1.5}},
             "softmax_cross_entropy, label_smoothing: must be from 0 to 1, got 1.5."},
        };
    },
    .precision = Precision::High,
};

} // namespace ds
