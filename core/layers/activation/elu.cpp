// SPDX-License-Identifier: Apache-2.0
#include "core/layers/activation/common.h"

namespace ds {

extern const LayerSpec layer_elu = layers::activation<"elu">("ELU", "x for x > 0, else alpha (exp(x) - 1) (Clevert et al., 2016).",
                                                             {{.name = "alpha",
                                                               .type = AttrType::Float,
                                                               .fallback = 1.0,
                                                               .min = 1e-6,
                                                               .max = 1e6,
                                                               .doc = "The limit for large negative x is -alpha."}});

} // namespace ds
