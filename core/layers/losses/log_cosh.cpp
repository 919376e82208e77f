// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/losses/common.h"

namespace ds {

extern const LossSpec loss_log_cosh = {
    .name = "log_cosh",
    .doc = "log(cosh(d)): about 0.5 d^2 for small errors and |d| - log 2 for large ones, smooth everywhere.",
    .attributes = {},
    .build = [](LayerBuilder& b, const LossCall& c) -> LossTerms {
        const Value target = layers::targetLike(b, c);
        if (!target) return {};
        const Value d = c.prediction - target;
        // log(cosh(d)) = d + softplus(-2 d) - log 2, which does not overflow.
        return {d + b.op("softplus", {d * -2.0}) - std::log(2.0)};
    },
    .metrics = {"mae", "r2"},
    .samples = layers::regressionSamples,
    .badSamples = layers::regressionBadSamples,
};

} // namespace ds
