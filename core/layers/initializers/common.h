// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/layers/initializer.h"

namespace ds::initializers {

inline const AttrSpec fanIn = {.name = "fan_in", .type = AttrType::Int, .fallback = int64_t{1}, .min = 1, .doc = "Inputs of one unit."};
inline const AttrSpec fanOut = {
    .name = "fan_out", .type = AttrType::Int, .fallback = int64_t{1}, .min = 1, .doc = "Outputs that one input reaches."};

inline void fillConstant(Tensor& tensor, double value)
{
    for (float& x : tensor.span<float>()) x = static_cast<float>(value);
}
inline void fillUniform(Tensor& tensor, Rng& rng, double bound)
{
    for (float& x : tensor.span<float>()) x = static_cast<float>(rng.uniform(-bound, bound));
}
inline void fillNormal(Tensor& tensor, Rng& rng, double deviation)
{
    for (float& x : tensor.span<float>()) x = static_cast<float>(deviation * rng.normal());
}

} // namespace ds::initializers
