// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_softplus = layers::activation<"softplus">("Softplus", "log(1 + exp(x)): a smooth ReLU.");

} // namespace ds
