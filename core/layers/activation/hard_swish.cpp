// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_hard_swish =
    layers::activation<"hardswish">("HardSwish", "x times HardSigmoid(x) (Howard et al., 2019): cheap, for small devices.");

} // namespace ds
