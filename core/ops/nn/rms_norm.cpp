// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/norm_common.h"

namespace ds {

extern const OpSpec op_rms_norm = {
    .name = "rms_norm",
    .category = "nn",
    .doc = "Root mean square normalisation (Zhang & Sennrich, 2019): y = x / sqrt(mean(x * x) + epsilon) * scale, the mean over the "
           "dimensions from axis to the last.",
    .inputs = {{"x"}, {"scale", "the normalised dimensions of x", PortKind::Optional, true}},
    .outputs = {{"y", "as x"}},
    .attributes = ops::normAttributes({ops::normAxis()}),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 0));
        DS_TRY(ops::checkVectors(c, 1, {"scale"}, DS_TRY(ops::normalisedShape(c.attrs, c.shape(0)))));
        return std::vector{c.in(0)};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        const Value x = c.in(0);
        const Value square = mean(x * x, ops::axesFrom(c.attrs.integer("axis"), x.shape()), true);
        return {ops::scaled(x * b.op("rsqrt", {square + c.attrs.number("epsilon")}), c.in(1), {})};
    },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values { return ops::normVjp(b, c, "rms_norm_grad"); },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({3, 5}), r({5})}},
            {{r({2, 3, 2}), r({3, 2})}, {{"axis", -2}, {"epsilon", 0.1}}, "two dimensions"},
            {{r({4})}, {{"axis", 0}}, "no scale"},
            {{r({0, 3}), r({3})}, {}, "no rows"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{4, 3}, {4}}), {}, "rms_norm: the scale f32[4] has to be f32[3] for the input f32[4, 3]."},
                {ops::f32s({{}}), {}, "rms_norm: axis -1 is outside of a tensor of 0 dimensions."}};
    },
};

} // namespace ds
