// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_relu = layers::activation<"relu">("ReLU", "max(x, 0).");

} // namespace ds
