// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/norm_common.h"

namespace ds {

extern const OpSpec op_layer_norm_grad = {
    .name = "layer_norm_grad",
    .category = "nn",
    .doc = "Gradient of layer_norm. With n = (x - mean) / sqrt(variance + epsilon) and h = grad * scale: dbias and dscale are the sums of "
           "grad "
           "and grad * n over all rows, dx = (h - mean(h) - n * mean(h * n)) / sqrt(variance + epsilon). dscale and dbias are there "
           "whether or not layer_norm had scale and bias.",
    .inputs = {{"x"}, {"scale", "as given to layer_norm", PortKind::Optional, true}, {"grad", "as x"}},
    .outputs = {{"dx"}, {"dscale"}, {"dbias"}},
    .attributes = ops::normAttributes({ops::normAxis()}),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 0));
        const Shape vector = DS_TRY(ops::normalisedShape(c.attrs, c.shape(0)));
        DS_TRY(ops::checkVectors(c, 1, {"scale"}, vector));
        DS_TRY(ops::checkGradient(c, 2));
        const TensorType sums{ops::wideOf(c.dtype(0)), vector};
        return std::vector{c.in(0), sums, sums};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        return ops::normGradByDecomposition(b, c, "layer_norm", *ops::normalisedShape(c.attrs, c.in(0).shape()));
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({3, 5}), r({5}), r({3, 5})}},
            {{r({2, 3, 2}), r({3, 2}), r({2, 3, 2})}, {{"axis", 1}, {"epsilon", 0.1}}, "two dimensions"},
            {{r({2, 4}), {}, r({2, 4})}, {}, "no scale"},
            {{r({0, 3}), r({3}), r({0, 3})}, {}, "no rows: zeros"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{4, 3}, {3}, {4}}), {}, "layer_norm_grad: the gradient f32[4] has to be of the input's type f32[4, 3]."},
                {ops::f32s({{4, 3}, {2}, {4, 3}}), {}, "layer_norm_grad: the scale f32[2] has to be f32[3] for the input f32[4, 3]."}};
    },
};

} // namespace ds
