// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/norm_common.h"

namespace ds {

extern const OpSpec op_group_norm = {
    .name = "group_norm",
    .category = "nn",
    .doc = "Group normalisation (Wu & He, 2018): y = (x - mean) / sqrt(variance + epsilon) * scale + bias with mean and biased variance "
           "over the "
           "channels of a group and all spatial dimensions of one example; scale and bias for each channel.",
    .inputs = {{"x", "[N, C, ...]"}, {"scale", "[C]", PortKind::Optional, true}, {"bias", "[C]", PortKind::Optional, true}},
    .outputs = {{"y", "as x"}},
    .attributes = ops::normAttributes(
        {{.name = "groups", .type = AttrType::Int, .required = true, .min = 1, .doc = "Number of groups; divides the channels."}}),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 2));
        const int64_t channels = c.shape(0)[1], groups = c.attrs.integer("groups");
        if (channels % groups != 0)
            return Error{
                phrase("Ops", "%1 channels cannot be split into %2 groups").with({std::to_string(channels), std::to_string(groups)}), "",
                phrase("Ops", "Use a divisor of the number of channels.")};
        DS_TRY(ops::checkVectors(c, 1, {"scale", "bias"}, {channels}));
        return std::vector{c.in(0)};
    },
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        const Shape x = c.in(0).shape();
        const int64_t groups = c.attrs.integer("groups");
        const Value grouped = reshape(c.in(0), {x[0], groups, x.count(1, x.rank()) / groups});
        const Value y = reshape(ops::normalise(grouped, {2}, c.attrs.number("epsilon")).value, x);
        return {ops::scaled(y, ops::perChannel(c.in(1), x), ops::perChannel(c.in(2), x))};
    },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values { return ops::normVjp(b, c, "group_norm_grad"); },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({2, 4, 3}), r({4}), r({4})}, {{"groups", 2}}},
            {{r({1, 3, 2, 2}), r({3}), {}}, {{"groups", 3}, {"epsilon", 0.1}}, "each channel alone, no bias"},
            {{r({2, 3}), {}, r({3})}, {{"groups", 1}}, "all channels, no scale"},
            {{r({1, 2, 1, 2, 2})}, {{"groups", 1}}, "3-D, neither"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {ops::f32s({{4, 3, 5}}),
             {{"groups", 2}},
             "group_norm: 3 channels cannot be split into 2 groups. Use a divisor of the number of channels."},
            {ops::f32s({{4, 3, 5}, {5}}), {{"groups", 3}}, "group_norm: the scale f32[5] has to be f32[3] for the input f32[4, 3, 5]."},
            {ops::f32s({{4}}), {{"groups", 1}}, "group_norm: expects an input [N, C, ...] of at least 2 dimensions, got [4]."},
        };
    },
};

} // namespace ds
