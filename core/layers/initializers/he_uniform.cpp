// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/initializers/common.h"

namespace ds {

extern const InitializerSpec initializer_he_uniform = {
    .name = "he_uniform",
    .doc = "Uniform with bound √(6 / fan_in) (He et al., 2015): for ReLU.",
    .attributes = {initializers::fanIn, initializers::fanOut},
    .fill = [](Tensor& tensor, const Attrs& attrs,
               Rng& rng) { initializers::fillUniform(tensor, rng, std::sqrt(6.0 / attrs.number("fan_in"))); },
};

} // namespace ds
