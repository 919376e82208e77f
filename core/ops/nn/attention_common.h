// SPDX-License-Identifier: Apache-2.0
// What attention and attention_grad share.
#pragma once

#include "core/ops/common.h"

namespace ds::ops {

std::vector<AttrSpec> attentionAttributes();
/// The type of the output for inputs q, k, v, mask?, lengths?, or what does not go together.
Result<TensorType> attentionType(const InferCall& call);
/// `scale`, where 0 stands for 1 / sqrt(D).
double attentionScale(const Attrs& attrs, const Shape& q);

/// The formula in plain loops, without dropout: samples of the gradient need a consistent output.
Tensor plainAttention(const std::vector<Tensor>& inputs, double scale, bool causal);

} // namespace ds::ops
