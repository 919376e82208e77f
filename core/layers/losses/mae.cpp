// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds {

extern const LossSpec loss_mae = {
    .name = "mae",
    .doc = "Mean absolute error: less moved by outliers than mse.",
    .attributes = {},
    .build = [](LayerBuilder& b, const LossCall& c) -> LossTerms {
        const Value target = layers::targetLike(b, c);
        if (!target) return {};
        const Value d = c.prediction - target;
        return {b.op("abs", {d})};
    },
    .metrics = {"mae", "r2"},
    .samples = layers::regressionSamples,
    .badSamples = layers::regressionBadSamples,
};

} // namespace ds
