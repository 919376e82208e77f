// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/initializers/common.h"

namespace ds {

extern const InitializerSpec initializer_uniform = {
    .name = "uniform",
    .doc = "Evenly distributed around 0.",
    .attributes = {initializers::fanIn,
                   initializers::fanOut,
                   {.name = "bound", .type = AttrType::Float, .fallback = 0.05, .min = 0, .doc = "Largest magnitude."}},
    .fill = [](Tensor& tensor, const Attrs& attrs, Rng& rng) { initializers::fillUniform(tensor, rng, attrs.number("bound")); },
};

} // namespace ds
