// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_log_softmax =
    layers::activation<"log_softmax">("LogSoftmax", "Logarithms of the probabilities that Softmax gives.",
                                      {{.name = "axis",
                                        .type = AttrType::Int,
                                        .fallback = int64_t{-1},
                                        .min = -8,
                                        .max = 8,
                                        .doc = "The dimension whose exponentials sum to one; negative ones count from the end."}});

} // namespace ds
