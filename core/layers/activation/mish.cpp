// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_mish = layers::activation<"mish">("Mish", "x tanh(softplus(x)) (Misra, 2020).");

} // namespace ds
