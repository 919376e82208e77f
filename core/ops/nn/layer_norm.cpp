// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/norm_common.h"

namespace ds {

extern const OpSpec op_layer_norm = {
    .name = "layer_norm",
    .category = "nn",
    .doc = "Layer normalisation (Ba, Kiros & Hinton, 2016): y = (x - mean) / sqrt(variance + epsilon) * scale + bias with mean and biased "
           "variance over the dimensions from axis to the last.",
    .inputs = {{"x"},
               {"scale", "the normalised dimensions of x", PortKind::Optional, true},
               {"bias", "the normalised dimensions of x", PortKind::Optional, true}},
    .outputs = {{"y", "as x"}},
    .attributes = ops::normAttributes({ops::normAxis()}),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 0));
        DS_TRY(ops::checkVectors(c, 1, {"scale", "bias"}, DS_TRY(ops::normalisedShape(c.attrs, c.shape(0)))));
        return std::vector{c.in(0)};
    },
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        const Ints axes = ops::axesFrom(c.attrs.integer("axis"), c.in(0).shape());
        return {ops::scaled(ops::normalise(c.in(0), axes, c.attrs.number("epsilon")).value, c.in(1), c.in(2))};
    },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values { return ops::normVjp(b, c, "layer_norm_grad"); },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({3, 5}), r({5}), r({5})}},
            {{r({2, 3, 2}), r({3, 2}), {}}, {{"axis", 1}, {"epsilon", 0.1}}, "two dimensions, no bias"},
            {{r({2, 3}), {}, r({3})}, {}, "no scale"},
            {{r({4})}, {{"axis", 0}}, "one row"},
            {{r({3, 1}), r({1}), r({1})}, {{"epsilon", 1.0}}, "one element a row: y is the bias"},
            {{r({0, 3}), r({3}), r({3})}, {}, "no rows"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {ops::f32s({{4, 3}, {4}}), {}, "layer_norm: the scale f32[4] has to be f32[3] for the input f32[4, 3]."},
            {ops::f32s({{4, 3}, {4, 3}, {3}}), {{"axis", 0}}, "layer_norm: the bias f32[3] has to be f32[4, 3] for the input f32[4, 3]."},
            {ops::f32s({{4, 3}}), {{"axis", 2}}, "layer_norm: axis 2 is outside of a tensor of 2 dimensions."},
            {{{DType::Bool, {4, 3}}}, {}, "layer_norm: expects floating-point numbers, got bool[4, 3]. Insert a cast."},
        };
    },
};

} // namespace ds
