// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds {

extern const LossSpec loss_gaussian_nll = {
    .name = "gaussian_nll",
    .doc = "Negative log likelihood of numbers, the prediction [N, 2 K] being K means and then K logarithms of variances (Nix & Weigend, "
           "1994), for a target [N, K] or [N] (without the constant).",
    .attributes = {},
    .build = [](LayerBuilder& b, const LossCall& c) -> LossTerms {
        const Shape x = c.prediction.shape();
        if (x.rank() != 2 || x[1] % 2 != 0 || x[1] == 0)
            return {b.fail(phrase("Layers", "expects a prediction [N, 2 K], means and logarithms of variances, got %1").with({x.text()}),
                           phrase("Layers", "End the model with a Dense layer of two units for each target."))};
        const Values halves = b.ops("split", {c.prediction}, {{"axis", 1}, {"sizes", Ints{x[1] / 2, x[1] / 2}}});
        if (b.failed()) return {};
        const Value target = layers::targetLike(b, {c.attrs, halves[0], c.target});
        if (!target) return {};
        const Value d = halves[0] - target;
        return {(halves[1] + d * d * b.op("exp", {-halves[1]})) * 0.5};
    },
    .metrics = {},
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({4, 2}), layers::f32({4})}}, {{layers::f32({3, 4}), layers::f32({3, 2})}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({4, 3}), layers::f32({4})},
                 {},
                 "expects a prediction [N, 2 K], means and logarithms of variances, got [4, 3]. End the model with a Dense layer of two "
                 "units for each target."}};
    },
};

} // namespace ds
