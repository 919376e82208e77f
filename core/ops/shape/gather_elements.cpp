// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_gather_elements = {
    .name = "gather_elements",
    .category = "shape",
    .doc = "For each index the element of x at the same place, but for the position along one dimension, which is the index. An index out "
           "of range ends the run.",

    .inputs = {{"x"}, {"indices", "i32 or i64, of the shape of x but for one dimension"}},
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

        return std::vector{TensorType{call.dtype(0), call.shape(1)}};
    },
    .vjp = [](GraphBuilder& builder, const GradCall& c) -> Values {
        return {ops::call("scatter_add_elements", {builder.zerosLike(c.in(0)), c.in(1), c.grad()}, c.attrs)};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {3, 4}), ops::randomIndices(rng, {3, 2}, 4)}},
                {{ops::randomTensor(rng, {2, 3, 2}), ops::randomIndices(rng, {2, 5, 2}, 3)}, {{"axis", 1}}},
                {{ops::randomTensor(rng, {1}), ops::randomIndices(rng, {1}, 1, DType::I32)}},
                {{ops::randomTensor(rng, {3}), ops::randomIndices(rng, {0}, 3)}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{{DType::F32, {2, 3}}, {DType::I64, {3, 2}}},
                 {},
                 "gather_elements: the indices i64[3, 2] must have the shape of f32[2, 3] but for dimension 1."}};
    },

};

} // namespace ds
