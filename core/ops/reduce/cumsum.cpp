// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_cumsum = {
    .name = "cumsum",
    .category = "reduce",
    .doc = "Running sum along one dimension.",

    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {ops::axisAttr(-1),
                   {.name = "reverse", .type = AttrType::Bool, .fallback = false, .doc = "Run from the end."},
                   {.name = "exclusive", .type = AttrType::Bool, .fallback = false, .doc = "Leave the element itself out."}},
    .infer = [](const InferCall& call) -> Inferred {
        DS_TRY(ops::axisOf(call.attrs.integer("axis"), call.shape(0).rank()));
        return ops::inferSameNumber(call);
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        Attrs attrs = c.attrs;
        attrs.set("reverse", !c.attrs.boolean("reverse"));
        return {ops::call("cumsum", {c.grad()}, attrs)};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {3, 4})}},
                {{ops::randomTensor(rng, {3, 4})}, {{"axis", 0}, {"reverse", true}}},
                {{ops::randomTensor(rng, {2, 3, 2})}, {{"axis", 1}, {"exclusive", true}}},
                {{ops::randomTensor(rng, {1})}, {{"reverse", true}, {"exclusive", true}}},
                {{ops::randomTensor(rng, {2, 0})}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{}}), {}, "cumsum: axis -1 is outside of a tensor of 0 dimensions."}};
    },
    .precision = Precision::High,

};

} // namespace ds
