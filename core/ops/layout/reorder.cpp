// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"
#include "core/tensor/layout.h"

namespace ds {

extern const OpSpec op_reorder = {
    .name = "reorder",
    .category = "layout",
    .doc = "The same tensor in another memory layout. Put in by the layout pass only; the layout itself stands on the values.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "from", .type = AttrType::String, .fallback = std::string(), .doc = "Layout of the input; empty: row-major."},
                   {.name = "to", .type = AttrType::String, .fallback = std::string(), .doc = "Layout of the output; empty: row-major."}},
    .infer = [](const InferCall& call) -> Inferred {
        for (const char* name : {"from", "to"}) DS_TRY(checkLayout(Layout(call.attrs.string(name)), call.shape(0).rank()));
        return std::vector{call.in(0)};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {c.grad()}; },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {2, 3, 4})}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}}), {{"to", "abc"}}, "reorder: the memory layout \"abc\" does not fit a tensor of 2 dimensions."}};
    },
};

} // namespace ds
