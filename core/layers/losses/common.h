// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/layers/common.h"
#include "core/layers/loss.h"

namespace ds::layers {

/// The target in the shape and dtype of the prediction. [N] and [N, 1] go together. Undefined after an error.
Value targetLike(LayerBuilder& b, const LossCall& c);

/// Class numbers i64[N, ...] for scores [N, C, ...]; undefined after an error.
Value classTarget(LayerBuilder& b, const LossCall& c);

/// max(x, 0) - x y + log(1 + exp(-|x|)): binary cross entropy of a score x, without overflow.
Value binaryCrossEntropy(LayerBuilder& b, Value scores, Value target);

/// Samples of a loss of numbers against numbers, and what all of them refuse.
std::vector<LayerSample> regressionSamples();
std::vector<BadLayerSample> regressionBadSamples();

} // namespace ds::layers
