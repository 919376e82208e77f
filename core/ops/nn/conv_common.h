// SPDX-License-Identifier: Apache-2.0
// What conv and its two adjoints share. The three are closed under differentiation:
//   y  = conv(x, w)               linear in x and in w
//   dx = conv_input_grad(dy, w)   the adjoint in x
//   dw = conv_weight_grad(x, dy)  the adjoint in w
#pragma once

#include "core/ops/nn/window.h"

namespace ds::ops {

/// Window attributes and groups; then `more`.
std::vector<AttrSpec> convAttributes(std::vector<AttrSpec> more = {});

/// Shape of conv's output over x with a weight [O, C/groups, kernel...]; checks that they go together.
Result<Shape> convShape(const Attrs& attrs, const Shape& x, const Shape& weight);
/// All of one floating dtype; the bias, if there is one, wide.
Status checkOneFloat(const InferCall& call, int bias = -1);

/// 2 operations for each multiplication: output elements × weight elements of one output channel.
double convFlops(const Shape& output, const Shape& weight);

} // namespace ds::ops
