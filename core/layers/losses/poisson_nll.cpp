// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds {

extern const LossSpec loss_poisson_nll = {
    .name = "poisson_nll",
    .doc = "Negative log likelihood of counts, the prediction being the logarithm of their mean: exp(x) - y x (without the part that does "
           "not depend on x).",
    .attributes = {},
    .build = [](LayerBuilder& b, const LossCall& c) -> LossTerms {
        const Value target = layers::targetLike(b, c);
        if (!target) return {};
        return {b.op("exp", {c.prediction}) - target * c.prediction};
    },
    .metrics = {},
    .samples = layers::regressionSamples,
    .badSamples = layers::regressionBadSamples,
};

} // namespace ds
