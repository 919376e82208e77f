// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/norm_common.h"

namespace ds {

extern const OpSpec op_instance_norm = {
    .name = "instance_norm",
    .category = "nn",
    .doc = "Instance normalisation (Ulyanov, Vedaldi & Lempitsky, 2016): group_norm with each channel a group of its own.",
    .inputs = {{"x", "[N, C, ...]"}, {"scale", "[C]", PortKind::Optional, true}, {"bias", "[C]", PortKind::Optional, true}},
    .outputs = {{"y", "as x"}},
    .attributes = ops::normAttributes(),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 3));
        if (c.shape(0)[1] == 0) return Error{phrase("Ops", "the input %1 has no channels").with({c.shape(0).text()}), "", ""};
        DS_TRY(ops::checkVectors(c, 1, {"scale", "bias"}, {c.shape(0)[1]}));
        return std::vector{c.in(0)};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        return {b.op("group_norm", {c.in(0), c.in(1), c.in(2)}, {{"groups", c.in(0).shape()[1]}, {"epsilon", c.attrs.number("epsilon")}})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{r({2, 2, 3}), r({2}), r({2})}}, {{r({1, 3, 2, 2})}, {{"epsilon", 0.1}}, "neither scale nor bias"}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{4, 3}}), {}, "instance_norm: expects an input [N, C, ...] of at least 3 dimensions, got [4, 3]."},
                {ops::f32s({{4, 0, 2}}), {}, "instance_norm: the input [4, 0, 2] has no channels."}};
    },
};

} // namespace ds
