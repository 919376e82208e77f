// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_arg_min = {
    .name = "arg_min",
    .category = "reduce",
    .doc = "Position of the smallest element along one dimension; of equal ones the first.",

    .inputs = {{"x"}},
    .outputs = {{"y", "i64"}},
    .attributes = {ops::axisAttr(-1),
                   {.name = "keep_dims", .type = AttrType::Bool, .fallback = false, .doc = "Keep the dimension with size 1."}},
    .infer = [](const InferCall& call) -> Inferred {
        const int axis = DS_TRY(ops::axisOf(call.attrs.integer("axis"), call.shape(0).rank()));
        if (call.shape(0)[axis] == 0)
            return Error{phrase("Ops", "there is no element to choose among in %1").with({call.in(0).text()}), "", ""};
        return std::vector{TensorType{DType::I64, ops::reducedShape(call.shape(0), {axis}, call.attrs.boolean("keep_dims"))}};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::distinctTensor(rng, {3, 4})}},
                {{ops::distinctTensor(rng, {2, 3, 4})}, {{"axis", 1}, {"keep_dims", true}}},
                {{Tensor::of({4}, {1, 3, 3, 1})}, {}, "ties"},
                {{ops::distinctTensor(rng, {0, 2})}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}}), {{"axis", 2}}, "arg_min: axis 2 is outside of a tensor of 2 dimensions."},
                {ops::f32s({{2, 0}}), {}, "arg_min: there is no element to choose among in f32[2, 0]."}};
    },
    .constant = true,

};

} // namespace ds
