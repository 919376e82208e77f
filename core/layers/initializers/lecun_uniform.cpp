// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/initializers/common.h"

namespace ds {

extern const InitializerSpec initializer_lecun_uniform = {
    .name = "lecun_uniform",
    .doc = "Uniform with bound √(3 / fan_in) (LeCun et al., 1998): for SELU and linear layers.",
    .attributes = {initializers::fanIn, initializers::fanOut},
    .fill = [](Tensor& tensor, const Attrs& attrs,
               Rng& rng) { initializers::fillUniform(tensor, rng, std::sqrt(3.0 / attrs.number("fan_in"))); },
};

} // namespace ds
