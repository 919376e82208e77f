// SPDX-License-Identifier: Apache-2.0
#include "core/graph/autodiff.h"
#include "core/graph/op_set.h"
#include "core/ops/nn/norm_common.h"

namespace ds {

extern const OpSpec op_rms_norm_grad = {
    .name = "rms_norm_grad",
    .category = "nn",
    .doc = "Gradient of rms_norm. With r = 1 / sqrt(mean(x * x) + epsilon), n = x * r and h = grad * scale: dscale is the sum of grad * n "
           "over "
           "all rows, dx = r * (h - n * mean(h * n)). dscale is there whether or not rms_norm had a scale.",
    .inputs = {{"x"}, {"scale", "as given to rms_norm", PortKind::Optional, true}, {"grad", "as x"}},
    .outputs = {{"dx"}, {"dscale"}},
    .attributes = ops::normAttributes({ops::normAxis()}),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 0));
        const Shape vector = DS_TRY(ops::normalisedShape(c.attrs, c.shape(0)));
        DS_TRY(ops::checkVectors(c, 1, {"scale"}, vector));
        DS_TRY(ops::checkGradient(c, 2));
        return std::vector{c.in(0), {ops::wideOf(c.dtype(0)), vector}};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        const Shape vector = *ops::normalisedShape(c.attrs, c.in(0).shape());
        const Value scale = c.in(1) ? c.in(1) : b.full(1, vector, c.in(0).dtype());
        return gradientByDecomposition(b, *b.graph().ops().find("rms_norm"), {c.in(0), scale}, c.attrs, {c.in(2)});
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({3, 5}), r({5}), r({3, 5})}},
            {{r({2, 3, 2}), r({3, 2}), r({2, 3, 2})}, {{"axis", 1}, {"epsilon", 0.1}}, "two dimensions"},
            {{r({2, 4}), {}, r({2, 4})}, {}, "no scale"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{4, 3}, {3}, {4}}), {}, "rms_norm_grad: the gradient f32[4] has to be of the input's type f32[4, 3]."}};
    },
};

} // namespace ds
