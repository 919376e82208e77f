// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_scatter_add = {
    .name = "scatter_add",
    .category = "shape",
    .doc = "Adds each update to the element of x that its index names; equal indices accumulate. The adjoint of gather. An index out of "
           "range ends the run.",

    .inputs = {{"x"},
               {"indices", "i32 or i64, from 0 up to the size of the dimension"},
               {"updates", "x.shape[:axis] + indices.shape + x.shape[axis + 1:]"}},
    .outputs = {{"y"}},
    .attributes = {ops::axisAttr(0)},
    .infer = [](const InferCall& call) -> Inferred {
        if (!isInteger(call.dtype(1)))
            return Error{phrase("Ops", "the indices must be whole numbers, got %1").with({call.in(1).text()}), "",
                         phrase("Ops", "Insert a cast.")};
        const int axis = DS_TRY(ops::axisOf(call.attrs.integer("axis"), call.shape(0).rank()));
        const TensorType expected{call.dtype(0), DS_TRY(ops::gatheredShape(call.shape(0), call.shape(1), axis))};
        if (call.in(2) != expected)
            return Error{phrase("Ops", "the updates must be %1, got %2").with({expected.text(), call.in(2).text()}), "", ""};
        return std::vector{call.in(0)};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {c.grad(), {}, c.wants(2) ? ops::call("gather", {c.grad(), c.in(1)}, {{"axis", c.attrs.integer("axis")}}) : Value{}};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {
            {{ops::randomTensor(rng, {3, 2}), ops::randomIndices(rng, {5}, 3), ops::randomTensor(rng, {5, 2})}},
            {{ops::randomTensor(rng, {2, 4, 3}), ops::randomIndices(rng, {2, 3}, 4), ops::randomTensor(rng, {2, 2, 3, 3})}, {{"axis", 1}}},
            {{ops::randomTensor(rng, {4}), ops::randomIndices(rng, {}, 4, DType::I32), ops::randomTensor(rng, {})}, {{"axis", -1}}},
            {{ops::randomTensor(rng, {3, 2}), ops::randomIndices(rng, {0}, 3), ops::randomTensor(rng, {0, 2})}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {{{DType::F32, {2, 3}}, {DType::I64, {4}}, {DType::F32, {2}}}, {}, "scatter_add: the updates must be f32[4, 3], got f32[2]."}};
    },
    .inPlace = {{0, 0}},

};

} // namespace ds
