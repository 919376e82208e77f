// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_top_k = {
    .name = "top_k",
    .category = "shape",
    .doc = "The k largest (or smallest) elements along one dimension, best first, and where they were. Equal ones keep their order.",

    .inputs = {{"x"}},
    .outputs = {{"values"}, {"indices", "i64"}},
    .attributes = {{.name = "k", .type = AttrType::Int, .required = true, .min = 0, .doc = "How many."},
                   ops::axisAttr(-1),
                   {.name = "largest", .type = AttrType::Bool, .fallback = true, .doc = "The largest, else the smallest."}},
    .infer = [](const InferCall& call) -> Inferred {
        TensorType type = call.in(0);
        const int axis = DS_TRY(ops::axisOf(call.attrs.integer("axis"), type.shape.rank()));
        if (call.attrs.integer("k") > type.shape[axis])
            return Error{phrase("Ops", "k is %1 but dimension %2 of %3 is smaller")
                             .with({std::to_string(call.attrs.integer("k")), std::to_string(axis), type.text()}),
                         "", ""};
        type.shape[axis] = call.attrs.integer("k");
        return std::vector{type, TensorType{DType::I64, type.shape}};
    },
    .vjp = [](GraphBuilder& builder, const GradCall& c) -> Values {
        if (!c.grad(0)) return {};
        return {ops::call("scatter_add_elements", {builder.zerosLike(c.in(0)), c.out(1), c.grad(0)}, {{"axis", c.attrs.integer("axis")}})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::distinctTensor(rng, {3, 6})}, {{"k", 2}}},
                {{ops::distinctTensor(rng, {2, 5, 3})}, {{"k", 3}, {"axis", 1}, {"largest", false}}},
                {{Tensor::of({5}, {2, 7, 7, 1, 7})}, {{"k", 4}}, "ties", false, false},
                {{ops::distinctTensor(rng, {1})}, {{"k", 1}}},
                {{ops::distinctTensor(rng, {2, 3})}, {{"k", 0}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}}), {{"k", 4}}, "top_k: k is 4 but dimension 1 of f32[2, 3] is smaller."}};
    },

};

} // namespace ds
