// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_silu = layers::activation<"silu">("SiLU", "x times its sigmoid, also called Swish.");

} // namespace ds
