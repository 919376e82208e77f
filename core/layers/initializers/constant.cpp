// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/initializers/common.h"

namespace ds {

extern const InitializerSpec initializer_constant = {
    .name = "constant",
    .doc = "All the same value.",
    .attributes = {initializers::fanIn,
                   initializers::fanOut,
                   {.name = "value", .type = AttrType::Float, .fallback = 0.0, .doc = "The value."}},
    .fill =
        [](Tensor& tensor, const Attrs& attrs, Rng& rng) {
            (void)rng;
            initializers::fillConstant(tensor, attrs.number("value"));
        },
};

} // namespace ds
