// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_segment_sum = {
    .name = "segment_sum",
    .category = "sparse",
    .doc = "Sum of the elements of each segment, along the first dimension. An id out of range ends the run.",

    .inputs = {{"x", "[elements, ...]"}, {"segment_ids", "i64[elements], from 0 up to segments; in any order"}},
    .outputs = {{"y", "[segments, ...]"}},
    .attributes = {{.name = "segments", .type = AttrType::Int, .required = true, .min = 0, .doc = "Number of segments."}},
    .infer = [](const InferCall& call) -> Inferred { return ops::inferSegments(call); },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {ops::call("gather", {c.grad(), c.in(1)}, {{"axis", 0}})};
    },

    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {6, 2}), ops::randomIndices(rng, {6}, 3)}, {{"segments", 3}}},
                {{ops::randomTensor(rng, {5}), Tensor::of({5}, {3, 0, 3, 0, 3}, DType::I64)}, {{"segments", 4}}, "empty segments"},
                {{ops::randomTensor(rng, {1, 1, 2}), ops::randomIndices(rng, {1}, 1)}, {{"segments", 1}}},
                {{ops::randomTensor(rng, {0, 2}), ops::randomIndices(rng, {0}, 1)}, {{"segments", 2}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{{DType::F32, {4, 2}}, {DType::I64, {3}}}, {{"segments", 2}}, "segment_sum: the segment ids must be i64[4], got i64[3]."},
                {{{DType::F32, {}}, {DType::I64, {3}}}, {{"segments", 2}}, "segment_sum: expects at least one dimension, got f32[]."}};
    },
    .precision = Precision::High,

};

} // namespace ds
