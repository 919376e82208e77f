// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_sigmoid = layers::activation<"sigmoid">("Sigmoid", "1 / (1 + exp(-x)): to between 0 and 1.");

} // namespace ds
