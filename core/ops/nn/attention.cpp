// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "core/graph/autodiff.h"
#include "core/graph/op_set.h"
#include "core/ops/nn/attention_common.h"

namespace ds {

namespace {

/// A score that no softmax notices but whose differences stay finite; additive masks at or below forbid, too.
double forbiddenScore(DType dtype) { return dtype == DType::F16 ? -3e4 : -1e30; }

Value iota(GraphBuilder& b, const Shape& shape, int axis)
{
    return b.op("iota", {}, {{"shape", shape.vector()}, {"axis", axis}, {"start", 0}, {"step", 1}, {"dtype", "i64"}});
}

/// Bool and broadcastable to the scores [N, H, T, S]; undefined if all may see all.
Value permission(GraphBuilder& b, const OpCall& c, int64_t rows, int64_t keys)
{
    Value allowed;
    const auto also = [&](Value condition) { allowed = allowed ? b.op("logical_and", {allowed, condition}) : condition; };
    if (c.in(3))
        also(c.in(3).dtype() == DType::Bool ? c.in(3)
                                            : b.op("greater", {c.in(3), b.scalar(forbiddenScore(c.in(3).dtype()), c.in(3).dtype())}));
    if (c.attrs.boolean("causal"))
        also(
            b.op("greater_equal", {iota(b, {rows, 1}, 0) + b.scalar(static_cast<double>(keys - rows), DType::I64), iota(b, {1, keys}, 1)}));
    if (c.in(4)) also(b.op("less", {iota(b, {1, 1, 1, keys}, 3), reshape(c.in(4), {c.in(4).shape()[0], 1, 1, 1})}));
    return allowed;
}

Values decompose(GraphBuilder& b, const OpCall& c)
{
    const Shape q = c.in(0).shape(), v = c.in(2).shape();
    const DType dtype = c.in(0).dtype();
    const int64_t batch = q[0], heads = q[1], rows = q[2], keyHeads = v[1], keys = v[2];
    // The query heads of one key head are further rows of the same product.
    const int64_t stacked = heads / keyHeads * rows;
    Value scores = matmul(reshape(c.in(0), {batch, keyHeads, stacked, q[3]}), c.in(1), false, true) * ops::attentionScale(c.attrs, q);
    scores = reshape(scores, {batch, heads, rows, keys});
    const Value allowed = permission(b, c, rows, keys);
    if (c.in(3) && c.in(3).dtype() != DType::Bool) scores = scores + c.in(3);
    if (allowed) scores = b.op("select", {allowed, scores, b.scalar(forbiddenScore(dtype), dtype)});
    Value p = b.op("softmax", {scores}, {{"axis", -1}});
    if (allowed) p = b.op("select", {allowed, p, b.scalar(0, dtype)});
    if (c.attrs.number("dropout") > 0)
        p = b.op("dropout", {p}, {{"rate", c.attrs.number("dropout")}, {"stream", c.attrs.integer("stream")}});
    return {reshape(matmul(reshape(p, {batch, keyHeads, stacked, keys}), c.in(2)), {batch, heads, rows, v[3]})};
}

Values vjp(GraphBuilder& b, const GradCall& c)
{
    // Masks are hardly ever trained: only then it is worth the way through all scores.
    if (c.wants(3)) return gradientByDecomposition(b, *b.graph().ops().find("attention"), c.inputs, c.attrs, {c.grad()});
    return b.ops("attention_grad", {c.in(0), c.in(1), c.in(2), c.in(3), c.in(4), c.out(), c.grad()}, c.attrs);
}

} // namespace

extern const OpSpec op_attention = {
    .name = "attention",
    .category = "nn",
    .doc = "Scaled dot-product attention over all heads (Vaswani et al., \"Attention is all you need\", 2017): softmax(q k^T * scale + "
           "mask) v. "
           "Query head h uses key head h / (H / Hkv) (grouped queries, Ainslie et al., 2023). What mask, causal and lengths forbid has "
           "probability 0; a query that sees nothing gives zeros. Dropout draws the number of an element by its place in [N, H, T, S], as "
           "the op dropout does.",
    .inputs = {{"q", "[N, H, T, D]"},
               {"k", "[N, Hkv, S, D]"},
               {"v", "[N, Hkv, S, Dv]"},
               {"mask", "broadcastable to [N, H, T, S]: added to the scores, or bool: true where a query may see a key", PortKind::Optional,
                true},
               {"lengths", "i64[N]: only the first so many keys of an example count", PortKind::Optional}},
    .outputs = {{"y", "[N, H, T, Dv]"}},
    .attributes = ops::attentionAttributes(),
    .infer = [](const InferCall& c) -> Inferred { return std::vector{DS_TRY(ops::attentionType(c))}; },
    .decompose = decompose,
    .vjp = vjp,
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        const auto mask = [](Shape shape, std::initializer_list<double> values) { return Tensor::of(shape, values, DType::Bool); };
        const double infinite = std::numeric_limits<double>::infinity();
        return {
            {{r({1, 2, 3, 2}), r({1, 2, 3, 2}), r({1, 2, 3, 3})}, {}, "plain"},
            {{r({2, 1, 2, 3}), r({2, 1, 4, 3}), r({2, 1, 4, 2})}, {{"causal", true}, {"scale", 0.7}}, "causal, the last queries"},
            {{r({1, 1, 3, 2}), r({1, 1, 2, 2}), r({1, 1, 2, 2})}, {{"causal", true}}, "causal, the first query sees nothing"},
            {{r({1, 4, 2, 2}), r({1, 2, 3, 2}), r({1, 2, 3, 2})}, {}, "grouped queries"},
            {{r({2, 1, 2, 2}), r({2, 1, 2, 2}), r({2, 1, 2, 2}), r({1, 2, 2})}, {}, "additive mask"},
            {{r({1, 1, 2, 2}), r({1, 1, 3, 2}), r({1, 1, 3, 2}), Tensor::of({2, 3}, {0, -infinite, 1, -infinite, -infinite, -infinite})},
             {},
             "mask with infinities",
             false,
             false},
            {{r({1, 2, 2, 2}), r({1, 2, 3, 2}), r({1, 2, 3, 2}), mask({2, 3}, {1, 0, 1, 0, 0, 0})}, {}, "bool mask, one row sees nothing"},
            {{r({3, 1, 2, 2}), r({3, 1, 3, 2}), r({3, 1, 3, 2}), {}, Tensor::of({3}, {2, 0, 3}, DType::I64)},
             {{"causal", true}},
             "lengths"},
            {{r({1, 2, 3, 2}), r({1, 1, 3, 2}), r({1, 1, 3, 2})}, {{"dropout", 0.4}, {"stream", 7}}, "dropout"},
            {{r({1, 1, 1, 1}), r({1, 1, 1, 1}), r({1, 1, 1, 1})}, {}, "one element"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {ops::f32s({{2, 3, 4}, {2, 3, 4}, {2, 3, 4}}),
             {},
             "attention: expects q, k and v as [N, heads, length, width], got [2, 3, 4]. Split the heads first."},
            {ops::f32s({{1, 2, 3, 4}, {1, 2, 3, 5}, {1, 2, 3, 5}}),
             {},
             "attention: q [1, 2, 3, 4] and k [1, 2, 3, 5] have to agree in batch size and width."},
            {ops::f32s({{1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 4, 4}}),
             {},
             "attention: k [1, 2, 3, 4] and v [1, 2, 4, 4] have to agree in all but the width."},
            {ops::f32s({{1, 3, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}}),
             {},
             "attention: 3 query heads cannot share 2 key heads evenly. Use a multiple."},
            {ops::f32s({{1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}, {3, 4}}),
             {},
             "attention: the mask [3, 4] cannot be broadcast to the scores [1, 2, 3, 3]."},
            {{{DType::F32, {1, 2, 3, 4}}, {DType::F32, {1, 2, 3, 4}}, {DType::F32, {1, 2, 3, 4}}, {DType::I64, {3, 3}}},
             {},
             "attention: the mask i64[3, 3] has to be bool or f32. Insert a cast."},
            {{{DType::F32, {1, 2, 3, 4}}, {DType::F32, {1, 2, 3, 4}}, {DType::F32, {1, 2, 3, 4}}, {DType::Bool, {3, 3}}, {DType::I64, {2}}},
             {},
             "attention: the lengths i64[2] have to be i64[1], one for each example."},
        };
    },
    .random = true,
    .precision = Precision::Low,
    .flops =
        [](const Attrs&, const std::vector<TensorType>& in, const std::vector<TensorType>& out) {
            const double scores = static_cast<double>(in[0].shape.count(0, 3)) * static_cast<double>(in[1].shape[2]);
            return 2 * scores * static_cast<double>(in[0].shape[3] + out[0].shape[3]);
        },
};

} // namespace ds
