// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_scatter_add_elements = {
    .name = "scatter_add_elements",
    .category = "shape",
    .doc = "Adds each update to the element of x at the same place, but for the position along one dimension, which is the index. The "
           "adjoint of gather_elements. An index out of range ends the run.",

    .inputs = {{"x"}, {"indices", "i32 or i64, of the shape of x but for one dimension"}, {"updates", "of the shape of the indices"}},
    .outputs = {{"y"}},
    .attributes = {ops::axisAttr(-1)},
    .infer = [](const InferCall& call) -> Inferred {
        const int axis = DS_TRY(ops::axisOf(call.attrs.integer("axis"), call.shape(0).rank()));
        if (!isInteger(call.dtype(1)))
            return Error{phrase("Ops", "the indices must be whole numbers, got %1").with({call.in(1).text()}), "",
                         phrase("Ops", "Insert a cast.")};
        Shape others = call.shape(1);
        if (others.rank() == call.shape(0).rank()) others[axis] = call.shape(0)[axis];
        if (others != call.shape(0))
            return Error{phrase("Ops", "the indices %1 must have the shape of %2 but for dimension %3")
                             .with({call.in(1).text(), call.in(0).text(), std::to_string(axis)}),
                         "", ""};

        const TensorType expected{call.dtype(0), call.shape(1)};
        if (call.in(2) != expected)
            return Error{phrase("Ops", "the updates must be %1, got %2").with({expected.text(), call.in(2).text()}), "", ""};
        return std::vector{call.in(0)};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {c.grad(), {}, c.wants(2) ? ops::call("gather_elements", {c.grad(), c.in(1)}, c.attrs) : Value{}};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {
            {{ops::randomTensor(rng, {3, 4}), ops::randomIndices(rng, {3, 6}, 4), ops::randomTensor(rng, {3, 6})}},
            {{ops::randomTensor(rng, {2, 3, 2}), ops::randomIndices(rng, {2, 2, 2}, 3), ops::randomTensor(rng, {2, 2, 2})}, {{"axis", 1}}},
            {{ops::randomTensor(rng, {3}), ops::randomIndices(rng, {0}, 3), ops::randomTensor(rng, {0})}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{{DType::F32, {2, 3}}, {DType::I64, {2, 2}}, {DType::F32, {2, 3}}},
                 {},
                 "scatter_add_elements: the updates must be f32[2, 2], got f32[2, 3]."}};
    },
    .inPlace = {{0, 0}},

};

} // namespace ds
