// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds {

extern const LossSpec loss_smooth_l1 = {
    .name = "smooth_l1",
    .doc = "Absolute error with a rounded tip (Girshick, 2015): 0.5 d^2 / beta up to beta, then |d| - 0.5 beta; huber divided by beta.",
    .attributes =
        {{.name = "beta", .type = AttrType::Float, .fallback = 1.0, .min = 1e-9, .max = 1e9, .doc = "Where the straight part begins."}},
    .build = [](LayerBuilder& b, const LossCall& c) -> LossTerms {
        const Value target = layers::targetLike(b, c);
        if (!target) return {};
        const Value d = c.prediction - target;
        const double beta = c.attrs.number("beta");
        const Value size = b.op("abs", {d}), q = b.op("minimum", {size, b.graph().scalar(beta, size.dtype())});
        return {q * q * (0.5 / beta) + (size - q)};
    },
    .metrics = {"mae", "r2"},
    .samples = layers::regressionSamples,
    .badSamples = layers::regressionBadSamples,
};

} // namespace ds
