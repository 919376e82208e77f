// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/initializers/common.h"

namespace ds {

extern const InitializerSpec initializer_xavier_uniform = {
    .name = "xavier_uniform",
    .doc = "Uniform with bound √(6 / (fan_in + fan_out)) (Glorot & Bengio, 2010): for tanh and sigmoid.",
    .attributes = {initializers::fanIn, initializers::fanOut},
    .fill = [](Tensor& tensor, const Attrs& attrs,
               Rng& rng) { initializers::fillUniform(tensor, rng, std::sqrt(6.0 / (attrs.number("fan_in") + attrs.number("fan_out")))); },
};

} // namespace ds
