// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_gather = {
    .name = "gather",
    .category = "shape",
    .doc = "Picks along one dimension by number, as numpy.take does: the dimension is replaced by those of the indices. An index out of "
           "range ends the run.",

    .inputs = {{"x"}, {"indices", "i32 or i64, from 0 up to the size of the dimension"}},
    .outputs = {{"y", "x.shape[:axis] + indices.shape + x.shape[axis + 1:]"}},
    .attributes = {ops::axisAttr(0)},
    .infer = [](const InferCall& call) -> Inferred {
        if (!isInteger(call.dtype(1)))
            return Error{phrase("Ops", "the indices must be whole numbers, got %1").with({call.in(1).text()}), "",
                         phrase("Ops", "Insert a cast.")};
        const int axis = DS_TRY(ops::axisOf(call.attrs.integer("axis"), call.shape(0).rank()));
        return std::vector{TensorType{call.dtype(0), DS_TRY(ops::gatheredShape(call.shape(0), call.shape(1), axis))}};
    },
    .vjp = [](GraphBuilder& builder, const GradCall& c) -> Values {
        return {ops::call("scatter_add", {builder.zerosLike(c.in(0)), c.in(1), c.grad()}, {{"axis", c.attrs.integer("axis")}})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {5, 3}), ops::randomIndices(rng, {4}, 5)}},
                {{ops::randomTensor(rng, {2, 4, 3}), ops::randomIndices(rng, {2, 3}, 4)}, {{"axis", 1}}},
                {{ops::randomTensor(rng, {2, 4}), ops::randomIndices(rng, {}, 4, DType::I32)}, {{"axis", -1}}},
                {{ops::randomTensor(rng, {1}), ops::randomIndices(rng, {1}, 1)}},
                {{ops::randomTensor(rng, {3, 2}), ops::randomIndices(rng, {0}, 3)}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}, {2}}), {}, "gather: the indices must be whole numbers, got f32[2]. Insert a cast."},
                {{{DType::F32, {2, 3}}, {DType::I64, {2}}}, {{"axis", 2}}, "gather: axis 2 is outside of a tensor of 2 dimensions."}};
    },

};

} // namespace ds
