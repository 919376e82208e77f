// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_leaky_relu = layers::activation<"leaky_relu">(
    "LeakyReLU", "x for x > 0, else slope times x.",
    {{.name = "slope", .type = AttrType::Float, .fallback = 0.01, .min = -1e6, .max = 1e6, .doc = "Slope for negative x."}});

} // namespace ds
