// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_selu = layers::activation<"selu">(
    "SELU", "ELU with the scale that keeps mean 0 and variance 1 from layer to layer (Klambauer et al., 2017). Goes with lecun_normal.");

} // namespace ds
