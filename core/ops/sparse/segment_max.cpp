// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_segment_max = {
    .name = "segment_max",
    .category = "sparse",
    .doc = "Largest element of each segment, along the first dimension; 0 where a segment is empty. Equal ones share the gradient.",

    .inputs = {{"x", "[elements, ...]"}, {"segment_ids", "i64[elements], from 0 up to segments; in any order"}},
    .outputs = {{"y", "[segments, ...]"}},
    .attributes = {{.name = "segments", .type = AttrType::Int, .required = true, .min = 0, .doc = "Number of segments."}},
    .infer = [](const InferCall& call) -> Inferred { return ops::inferSegments(call); },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        const auto spread = [&](Value x) { return ops::call("gather", {x, c.in(1)}, {{"axis", 0}}); };
        const Value best = ops::indicator(ops::call("equal", {c.in(0), spread(c.out())}), c.in(0).dtype());
        const Value winners = spread(ops::call("segment_sum", {best, c.in(1)}, c.attrs));
        return {spread(c.grad()) * best / ops::call("maximum", {winners, ops::scalarLike(winners, 1)})};
    },

    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::distinctTensor(rng, {6, 2}), ops::randomIndices(rng, {6}, 3)}, {{"segments", 3}}},
                {{ops::distinctTensor(rng, {5}), Tensor::of({5}, {3, 0, 3, 0, 3}, DType::I64)}, {{"segments", 4}}, "empty segments"},
                {{ops::distinctTensor(rng, {1, 1, 2}), ops::randomIndices(rng, {1}, 1)}, {{"segments", 1}}},
                {{ops::distinctTensor(rng, {0, 2}), ops::randomIndices(rng, {0}, 1)}, {{"segments", 2}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{{DType::F32, {4, 2}}, {DType::I64, {3}}}, {{"segments", 2}}, "segment_max: the segment ids must be i64[4], got i64[3]."},
                {{{DType::F32, {}}, {DType::I64, {3}}}, {{"segments", 2}}, "segment_max: expects at least one dimension, got f32[]."}};
    },

};

} // namespace ds
