// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/norm_common.h"

namespace ds {

extern const OpSpec op_group_norm_grad = {
    .name = "group_norm_grad",
    .category = "nn",
    .doc = "Gradient of group_norm. With n = (x - mean) / sqrt(variance + epsilon) and h = grad * scale: dbias and dscale are the sums of "
           "grad and "
           "grad * n for each channel, dx = (h - mean(h) - n * mean(h * n)) / sqrt(variance + epsilon), the means over a group. dscale and "
           "dbias are there whether or not group_norm had scale and bias.",
    .inputs = {{"x", "[N, C, ...]"}, {"scale", "as given to group_norm", PortKind::Optional, true}, {"grad", "as x"}},
    .outputs = {{"dx"}, {"dscale"}, {"dbias"}},
    .attributes = ops::normAttributes({{.name = "groups", .type = AttrType::Int, .required = true, .min = 1, .doc = "As of group_norm."}}),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 2));
        const TensorType vector{ops::wideOf(c.dtype(0)), {c.shape(0)[1]}};
        if (vector.shape[0] % c.attrs.integer("groups") != 0)
            return Error{phrase("Ops", "%1 channels cannot be split into %2 groups")
                             .with({std::to_string(vector.shape[0]), std::to_string(c.attrs.integer("groups"))}),
                         "", phrase("Ops", "Use a divisor of the number of channels.")};
        DS_TRY(ops::checkVectors(c, 1, {"scale"}, vector.shape));
        DS_TRY(ops::checkGradient(c, 2));
        return std::vector{c.in(0), vector, vector};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        return ops::normGradByDecomposition(b, c, "group_norm", {c.in(0).shape()[1]});
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({2, 4, 2}), r({4}), r({2, 4, 2})}, {{"groups", 2}}},
            {{r({1, 2, 2, 2}), r({2}), r({1, 2, 2, 2})}, {{"groups", 2}, {"epsilon", 0.1}}, "each channel alone"},
            {{r({2, 3}), {}, r({2, 3})}, {{"groups", 1}}, "no scale"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{4, 3}, {3}, {4}}),
                 {{"groups", 1}},
                 "group_norm_grad: the gradient f32[4] has to be of the input's type f32[4, 3]."},
                {ops::f32s({{4, 3}, {3}, {4, 3}}),
                 {{"groups", 2}},
                 "group_norm_grad: 3 channels cannot be split into 2 groups. Use a divisor of the number of channels."}};
    },
};

} // namespace ds
