// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_sort = {
    .name = "sort",
    .category = "shape",
    .doc = "Sorts along one dimension and tells where the elements were. Equal ones keep their order; NaN counts as the largest.",

    .inputs = {{"x"}},
    .outputs = {{"values"}, {"indices", "i64"}},
    .attributes = {ops::axisAttr(-1), {.name = "descending", .type = AttrType::Bool, .fallback = false, .doc = "Largest first."}},
    .infer = [](const InferCall& call) -> Inferred {
        DS_TRY(ops::axisOf(call.attrs.integer("axis"), call.shape(0).rank()));
        return std::vector{call.in(0), TensorType{DType::I64, call.shape(0)}};
    },
    .vjp = [](GraphBuilder& builder, const GradCall& c) -> Values {
        if (!c.grad(0)) return {};
        return {ops::call("scatter_add_elements", {builder.zerosLike(c.in(0)), c.out(1), c.grad(0)}, {{"axis", c.attrs.integer("axis")}})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::distinctTensor(rng, {3, 6})}},
                {{ops::distinctTensor(rng, {2, 5, 3})}, {{"axis", 1}, {"descending", true}}},
                {{Tensor::of({5}, {2, 7, 7, 1, 7})}, {{"descending", true}}, "ties", false, false},
                {{ops::distinctTensor(rng, {1})}},
                {{ops::distinctTensor(rng, {2, 0})}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{}}), {}, "sort: axis -1 is outside of a tensor of 0 dimensions."}};
    },

};

} // namespace ds
