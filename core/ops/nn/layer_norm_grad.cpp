// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/norm_common.h"

namespace ds {

extern const OpSpec op_layer_norm_grad = {
    .name = "layer_norm_grad",
    .category = "nn",
    .doc = "Gradient of layer_norm. With n = (x - mean) / sqrt(variance + epsilon) and h = grad * scale: dbias and dscale are the sums of "
           "grad and grad * n over all rows, dx = (h - mean(h) - n * mean(h * n)) / sqrt(variance + epsilon) + more. dscale and dbias "
           "are there whether or not layer_norm had scale and bias.",
    .inputs = {{"x"},
               {"scale", "as given to layer_norm", PortKind::Optional, true},
               {"grad", "as x"},
               {"more", "as x: what else reaches x, added to dx", PortKind::Optional}},
    .outputs = {{"dx"}, {"dscale"}, {"dbias"}},
    .attributes = ops::normAttributes({ops::normAxis()}),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 0));
        const Shape vector = DS_TRY(ops::normalisedShape(c.attrs, c.shape(0)));
        DS_TRY(ops::checkVectors(c, 1, {"scale"}, vector));
        DS_TRY(ops::checkGradient(c, 2));
        if (c.has(3)) DS_TRY(ops::checkGradient(c, 3));
        const TensorType sums{ops::wideOf(c.dtype(0)), vector};
        return std::vector{c.in(0), sums, sums};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        Values grads = ops::normGradByDecomposition(b, c, "layer_norm", *ops::normalisedShape(c.attrs, c.in(0).shape()));
        if (c.in(3)) grads[0] = grads[0] + c.in(3);
        return grads;
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({3, 5}), r({5}), r({3, 5})}},
            {{r({2, 3, 2}), r({3, 2}), r({2, 3, 2})}, {{"axis", 1}, {"epsilon", 0.1}}, "two dimensions"},
            {{r({2, 4}), {}, r({2, 4})}, {}, "no scale"},
            {{r({3, 5}), r({5}), r({3, 5}), r({3, 5})}, {}, "with what else reaches x"},
            {{r({2, 3}), {}, r({2, 3}), r({2, 3})}, {}, "the same without scale"},
            {{r({0, 3}), r({3}), r({0, 3})}, {}, "no rows: zeros"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {ops::f32s({{4, 3}, {3}, {4}}), {}, "layer_norm_grad: the gradient f32[4] has to be of the input's type f32[4, 3]."},
            {ops::f32s({{4, 3}, {2}, {4, 3}}), {}, "layer_norm_grad: the scale f32[2] has to be f32[3] for the input f32[4, 3]."},
            {ops::f32s({{4, 3}, {3}, {4, 3}, {3}}), {}, "layer_norm_grad: the gradient f32[3] has to be of the input's type f32[4, 3]."}};
    },
    .inPlace = {{0, 2}, {0, 3}},
};

} // namespace ds
