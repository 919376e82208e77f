// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_gelu =
    layers::activation<"gelu">("GELU", "x times the normal distribution function of x: the usual choice in transformers.",
                               {{.name = "approximate",
                                 .type = AttrType::String,
                                 .fallback = std::string("none"),
                                 .choices = {"none", "tanh"},
                                 .doc = "Exact, or the faster formula with tanh."}});

} // namespace ds
