// SPDX-License-Identifier: Apache-2.0
#include "core/layers/shape/reduction.h"

namespace ds {

extern const LayerSpec layer_reduce_mean = layers::reduction<"mean">("ReduceMean", "Mean over dimensions other than the batch.");

} // namespace ds
