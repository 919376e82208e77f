// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds {

extern const LossSpec loss_huber = {
    .name = "huber",
    .doc = "Squared for small errors, straight for large ones (Huber, 1964): 0.5 d^2 up to delta, then delta (|d| - 0.5 delta).",
    .attributes =
        {{.name = "delta", .type = AttrType::Float, .fallback = 1.0, .min = 1e-9, .max = 1e9, .doc = "Where the straight part begins."}},
    .build = [](LayerBuilder& b, const LossCall& c) -> LossTerms {
        const Value target = layers::targetLike(b, c);
        if (!target) return {};
        const Value d = c.prediction - target;
        const double delta = c.attrs.number("delta");
        // The part of |d| up to delta is squared: 0.5 q^2 + delta (|d| - q).
        const Value size = b.op("abs", {d}), q = b.op("minimum", {size, b.graph().scalar(delta, size.dtype())});
        return {q * q * 0.5 + (size - q) * delta};
    },
    .metrics = {"mae", "r2"},
    .samples = layers::regressionSamples,
    .badSamples = layers::regressionBadSamples,
};

} // namespace ds
