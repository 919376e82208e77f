// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/initializers/common.h"

namespace ds {

extern const InitializerSpec initializer_xavier_normal = {
    .name = "xavier_normal",
    .doc = "Normal with deviation √(2 / (fan_in + fan_out)) (Glorot & Bengio, 2010): for tanh and sigmoid.",
    .attributes = {initializers::fanIn, initializers::fanOut},
    .fill = [](Tensor& tensor, const Attrs& attrs,
               Rng& rng) { initializers::fillNormal(tensor, rng, std::sqrt(2.0 / (attrs.number("fan_in") + attrs.number("fan_out")))); },
};

} // namespace ds
