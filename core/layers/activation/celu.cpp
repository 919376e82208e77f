// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_celu = layers::activation<"celu">("CELU", "ELU that is smooth at 0 for any alpha (Barron, 2017).",
                                                               {{.name = "alpha",
                                                                 .type = AttrType::Float,
                                                                 .fallback = 1.0,
                                                                 .min = 1e-6,
                                                                 .max = 1e6,
                                                                 .doc = "The limit for large negative x is -alpha."}});

} // namespace ds
