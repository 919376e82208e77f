// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_hard_sigmoid =
    layers::activation<"hardsigmoid">("HardSigmoid", "x / 6 + 1 / 2, cut to between 0 and 1: a cheap Sigmoid.");

} // namespace ds
