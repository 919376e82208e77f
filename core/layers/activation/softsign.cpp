// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_softsign =
    layers::activation<"softsign">("Softsign", "x / (1 + |x|): to between -1 and 1, with wider tails than Tanh.");

} // namespace ds
