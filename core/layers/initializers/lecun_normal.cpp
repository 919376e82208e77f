// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/initializers/common.h"

namespace ds {

extern const InitializerSpec initializer_lecun_normal = {
    .name = "lecun_normal",
    .doc = "Normal with deviation √(1 / fan_in) (LeCun et al., 1998): for SELU and linear layers.",
    .attributes = {initializers::fanIn, initializers::fanOut},
    .fill = [](Tensor& tensor, const Attrs& attrs,
               Rng& rng) { initializers::fillNormal(tensor, rng, std::sqrt(1.0 / attrs.number("fan_in"))); },
};

} // namespace ds
