// SPDX-License-Identifier: Apache-2.0
#include "core/layers/shape/reduction.h"

namespace ds {

extern const LayerSpec layer_reduce_max =
    layers::reduction<"reduce_max">("ReduceMax", "Largest value over dimensions other than the batch.");

} // namespace ds
