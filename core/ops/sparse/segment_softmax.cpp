// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_segment_softmax = {
    .name = "segment_softmax",
    .category = "sparse",
    .doc = "exp(x) over the sum of exp within the segment, without overflow, along the first dimension.",

    .inputs = {{"x", "[elements, ...]"}, {"segment_ids", "i64[elements], from 0 up to segments; in any order"}},
    .outputs = {{"y", "[elements, ...]"}},
    .attributes = {{.name = "segments", .type = AttrType::Int, .required = true, .min = 0, .doc = "Number of segments."}},
    .infer = [](const InferCall& call) -> Inferred {
        DS_TRY(ops::inferSegments(call));
        return ops::inferSameFloat(call);
    },
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        const auto spread = [&](Value x) { return ops::call("gather", {x, c.in(1)}, {{"axis", 0}}); };
        const Value largest = ops::call("stop_gradient", {ops::call("segment_max", {c.in(0), c.in(1)}, c.attrs)});
        const Value weight = ops::call("exp", {c.in(0) - spread(largest)});
        return {weight / spread(ops::call("segment_sum", {weight, c.in(1)}, c.attrs))};
    },

    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {6, 2}), ops::randomIndices(rng, {6}, 3)}, {{"segments", 3}}},
                {{ops::randomTensor(rng, {5}), Tensor::of({5}, {3, 0, 3, 0, 3}, DType::I64)}, {{"segments", 4}}, "empty segments"},
                {{ops::randomTensor(rng, {1, 1, 2}), ops::randomIndices(rng, {1}, 1)}, {{"segments", 1}}},
                {{ops::randomTensor(rng, {0, 2}), ops::randomIndices(rng, {0}, 1)}, {{"segments", 2}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {{{DType::F32, {4, 2}}, {DType::I64, {3}}}, {{"segments", 2}}, "segment_softmax: the segment ids must be i64[4], got i64[3]."},
            {{{DType::F32, {}}, {DType::I64, {3}}}, {{"segments", 2}}, "segment_softmax: expects at least one dimension, got f32[]."}};
    },
    .precision = Precision::High,

};

} // namespace ds
