// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_segment_mean = {
    .name = "segment_mean",
    .category = "sparse",
    .doc = "Mean of the elements of each segment, along the first dimension; 0 where a segment is empty.",

    .inputs = {{"x", "[elements, ...]"}, {"segment_ids", "i64[elements], from 0 up to segments; in any order"}},
    .outputs = {{"y", "[segments, ...]"}},
    .attributes = {{.name = "segments", .type = AttrType::Int, .required = true, .min = 0, .doc = "Number of segments."}},
    .infer = [](const InferCall& call) -> Inferred { return ops::inferSegments(call); },
    .decompose = [](GraphBuilder& builder, const OpCall& c) -> Values {
        const int64_t elements = c.in(0).shape()[0];
        const Value counts = ops::call("segment_sum", {builder.full(1, {elements}, c.in(0).dtype()), c.in(1)}, c.attrs);
        const Value total = ops::call("segment_sum", {c.in(0), c.in(1)}, c.attrs);
        Shape column = total.shape();
        for (int axis = 1; axis < column.rank(); ++axis) column[axis] = 1;
        return {total / reshape(ops::call("maximum", {counts, ops::scalarLike(counts, 1)}), column)};
    },

    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {6, 2}), ops::randomIndices(rng, {6}, 3)}, {{"segments", 3}}},
                {{ops::randomTensor(rng, {5}), Tensor::of({5}, {3, 0, 3, 0, 3}, DType::I64)}, {{"segments", 4}}, "empty segments"},
                {{ops::randomTensor(rng, {1, 1, 2}), ops::randomIndices(rng, {1}, 1)}, {{"segments", 1}}},
                {{ops::randomTensor(rng, {0, 2}), ops::randomIndices(rng, {0}, 1)}, {{"segments", 2}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{{DType::F32, {4, 2}}, {DType::I64, {3}}}, {{"segments", 2}}, "segment_mean: the segment ids must be i64[4], got i64[3]."},
                {{{DType::F32, {}}, {DType::I64, {3}}}, {{"segments", 2}}, "segment_mean: expects at least one dimension, got f32[]."}};
    },
    .precision = Precision::High,

};

} // namespace ds
