// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds {

extern const LossSpec loss_quantile = {
    .name = "quantile",
    .doc = "Pinball loss: its best prediction is a quantile of the target, not its mean (Koenker & Bassett, 1978).",
    .attributes = {{.name = "quantile",
                    .type = AttrType::Float,
                    .fallback = 0.5,
                    .min = 0.0001,
                    .max = 0.9999,
                    .doc = "Share of targets that should lie below the prediction."}},
    .build = [](LayerBuilder& b, const LossCall& c) -> LossTerms {
        const Value target = layers::targetLike(b, c);
        if (!target) return {};
        const double q = c.attrs.number("quantile");
        const Value missing = target - c.prediction;
        return {b.op("maximum", {missing * q, missing * (q - 1)})};
    },
    .metrics = {"mae"},
    .samples = layers::regressionSamples,
    .badSamples = layers::regressionBadSamples,
};

} // namespace ds
