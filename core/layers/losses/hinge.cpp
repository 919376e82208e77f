// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds {

extern const LossSpec loss_hinge = {
    .name = "hinge",
    .doc = "max(0, 1 - y x) of one score x for each sample, with y = -1 for the target 0 (or -1) and 1 for 1: the loss of support vector "
           "machines.",
    .attributes = {},
    .build = [](LayerBuilder& b, const LossCall& c) -> LossTerms {
        const Value target = layers::targetLike(b, c);
        if (!target) return {};
        const Value zero = b.graph().scalar(0, target.dtype());
        const Value positive = layers::cast(b.op("greater", {target, zero}), target.dtype());
        return {b.op("relu", {1 - (positive * 2.0 - 1) * c.prediction})};
    },
    .metrics = {"accuracy"},
    .samples = layers::regressionSamples,
    .badSamples = layers::regressionBadSamples,
};

} // namespace ds
