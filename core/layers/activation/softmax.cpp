// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_softmax = layers::activation<"softmax">(
    "Softmax", "Scores to probabilities that sum to 1. The loss cross_entropy has one of its own: do not put one in front of it.",
    {{.name = "axis",
      .type = AttrType::Int,
      .fallback = int64_t{-1},
      .min = -8,
      .max = 8,
      .doc = "The dimension that sums to one; negative ones count from the end."}});

} // namespace ds
