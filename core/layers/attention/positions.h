// SPDX-License-Identifier: Apache-2.0
// Positions that act inside of attention.
#pragma once

#include "core/layers/common.h"

namespace ds::layers {

/// Turns each pair (i, i + D / 2) of the last dimension of [N, H, T, D] by the angle t * base^(-2i / D) (Su et al., "RoFormer",
/// 2021, with the halves as GPT-NeoX and LLaMA pair them). D is even. The first step has position `start`.
Value rotate(LayerBuilder& b, Value x, double base, int64_t start);

/// [H, T, S]: -slope[h] * |distance|, added to the scores (Press et al., "Train short, test long", 2022). The last query stands at
/// the last key. f32.
Value linearBias(LayerBuilder& b, int64_t heads, int64_t rows, int64_t keys);

/// 2^(-8 (h + 1) / H) where H is a power of two, else as in the authors' code.
Floats linearBiasSlopes(int64_t heads);

} // namespace ds::layers
