// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_arg_sort = {
    .name = "arg_sort",
    .category = "shape",
    .doc = "The positions that sort x along one dimension. Equal ones keep their order.",

    .inputs = {{"x"}},
    .outputs = {{"indices", "i64"}},
    .attributes = {ops::axisAttr(-1), {.name = "descending", .type = AttrType::Bool, .fallback = false, .doc = "Largest first."}},
    .infer = [](const InferCall& call) -> Inferred {
        DS_TRY(ops::axisOf(call.attrs.integer("axis"), call.shape(0).rank()));
        return std::vector{TensorType{DType::I64, call.shape(0)}};
    },
    .decompose = [](GraphBuilder& builder, const OpCall& c) -> Values { return {builder.ops("sort", {c.in(0)}, c.attrs)[1]}; },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::distinctTensor(rng, {3, 4})}},
                {{ops::distinctTensor(rng, {4, 2})}, {{"axis", 0}, {"descending", true}}},
                {{ops::distinctTensor(rng, {0})}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{}}), {}, "arg_sort: axis -1 is outside of a tensor of 0 dimensions."}};
    },
    .constant = true,

};

} // namespace ds
