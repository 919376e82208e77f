// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_tanh = layers::activation<"tanh">("Tanh", "Hyperbolic tangent: to between -1 and 1.");

} // namespace ds
