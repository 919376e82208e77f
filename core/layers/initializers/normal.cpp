// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/initializers/common.h"

namespace ds {

extern const InitializerSpec initializer_normal = {
    .name = "normal",
    .doc = "Normally distributed around 0.",
    .attributes = {initializers::fanIn,
                   initializers::fanOut,
                   {.name = "deviation", .type = AttrType::Float, .fallback = 0.02, .min = 0, .doc = "Standard deviation."}},
    .fill = [](Tensor& tensor, const Attrs& attrs, Rng& rng) { initializers::fillNormal(tensor, rng, attrs.number("deviation")); },
};

} // namespace ds
