// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/initializers/common.h"

namespace ds {

extern const InitializerSpec initializer_truncated_normal = {
    .name = "truncated_normal",
    .doc = "Normally distributed around 0, drawn again beyond two deviations.",
    .attributes = {initializers::fanIn,
                   initializers::fanOut,
                   {.name = "deviation", .type = AttrType::Float, .fallback = 0.02, .min = 0, .doc = "Standard deviation."}},
    .fill =
        [](Tensor& tensor, const Attrs& attrs, Rng& rng) {
            for (float& x : tensor.span<float>()) {
                double z = 3;
                while (std::abs(z) > 2) z = rng.normal();
                x = static_cast<float>(attrs.number("deviation") * z);
            }
        },
};

} // namespace ds
