// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ops/common.h"

namespace ds::ops {

std::vector<AttrSpec> crossEntropyAttributes();
/// The type of the loss for inputs logits, targets, weight?.
Result<TensorType> crossEntropyType(const InferCall& call);
/// Samples of the loss.
std::vector<Sample> crossEntropySamples(Rng& rng);

} // namespace ds::ops
