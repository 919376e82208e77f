// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_flip = {
    .name = "flip",
    .category = "shape",
    .doc = "Reverses the order along dimensions.",

    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "axes", .type = AttrType::Ints, .fallback = Ints{}, .doc = "Dimensions to reverse; empty: all."}},
    .infer = [](const InferCall& call) -> Inferred {
        DS_TRY(ops::axesOf(call.attrs.ints("axes"), call.shape(0).rank()));
        return ops::inferSame(call);
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {ops::call("flip", {c.grad()}, c.attrs)}; },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {2, 3})}},
                {{ops::randomTensor(rng, {2, 3, 2})}, {{"axes", Ints{-1, 0}}}},
                {{ops::randomTensor(rng, {1})}},
                {{ops::randomTensor(rng, {0, 2})}}};
    },
    .badSamples = [] { return ops::refusesAxes("flip"); },

};

} // namespace ds
