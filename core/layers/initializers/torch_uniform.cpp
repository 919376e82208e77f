// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/initializers/common.h"

namespace ds {

extern const InitializerSpec initializer_torch_uniform = {
    .name = "torch_uniform",
    .doc = "Uniform with bound √(1 / fan_in): what PyTorch uses for Linear and Conv layers and their biases.",
    .attributes = {initializers::fanIn, initializers::fanOut},
    .fill = [](Tensor& tensor, const Attrs& attrs,
               Rng& rng) { initializers::fillUniform(tensor, rng, std::sqrt(1.0 / attrs.number("fan_in"))); },
};

} // namespace ds
