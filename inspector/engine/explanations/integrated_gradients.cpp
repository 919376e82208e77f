// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/explanation.h"

namespace ds::inspector {

namespace {

constexpr int64_t points = 64, together = 16; // on the straight way from the baseline; computed at once

} // namespace

extern const ExplanationSpec explanation_integrated_gradients;
const ExplanationSpec explanation_integrated_gradients = {
    .name = "integrated_gradients",
    .title = "Integrated gradients",
    .doc = "The gradients on the straight way from nothing (black, zero) to the sample, times what changes on it. What all places count "
           "adds up "
           "to the difference of the scores at both ends.",
    .source = "Sundararajan, Taly, Yan: Axiomatic Attribution for Deep Networks, 2017, equation 1",
    .explain = [](ScoreFunction& score) -> Result<Tensor> {
        TensorType type = score.entry().type();
        const auto entry = score.entry().span<float>(), nothing = score.baseline().span<float>();
        const std::size_t count = entry.size();
        Tensor sum = Tensor::zeros(type);
        type.shape[0] = together;
        for (int64_t first = 0; first < points; first += together) {
            Tensor way(type);
            for (int64_t i = 0; i < together; ++i) {
                // Midpoints: the error of the sum is then of second order.
                const auto share = static_cast<float>((static_cast<double>(first + i) + 0.5) / points);
                float* to = way.span<float>().data() + static_cast<std::size_t>(i) * count;
                for (std::size_t k = 0; k < count; ++k) to[k] = nothing[k] + share * (entry[k] - nothing[k]);
            }
            const Tensor gradients = DS_TRY(score.gradients(way));
            const auto values = gradients.span<float>();
            for (std::size_t k = 0; k < values.size(); ++k) sum.span<float>()[k % count] += values[k];
        }
        for (std::size_t k = 0; k < count; ++k) sum.span<float>()[k] *= (entry[k] - nothing[k]) / static_cast<float>(points);
        return score.atPlaces(sum);
    },
};

} // namespace ds::inspector
