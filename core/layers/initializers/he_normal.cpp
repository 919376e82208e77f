// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/initializers/common.h"

namespace ds {

extern const InitializerSpec initializer_he_normal = {
    .name = "he_normal",
    .doc = "Normal with deviation √(2 / fan_in) (He et al., 2015): for ReLU.",
    .attributes = {initializers::fanIn, initializers::fanOut},
    .fill = [](Tensor& tensor, const Attrs& attrs,
               Rng& rng) { initializers::fillNormal(tensor, rng, std::sqrt(2.0 / attrs.number("fan_in"))); },
};

} // namespace ds
