// SPDX-License-Identifier: Apache-2.0
// What the normalisations share: their attributes, checks and formula.
#pragma once

#include "core/ops/common.h"

namespace ds::ops {

/// epsilon; then `more`.
std::vector<AttrSpec> normAttributes(std::vector<AttrSpec> more = {});
/// "axis", the first normalised dimension, for layer_norm and rms_norm.
AttrSpec normAxis();

/// The floating input 0 has at least `rank` dimensions, and inputs from `first` on that are there have the type of
/// input 0 with `shape`; `names` are theirs.
Status checkNorm(const InferCall& call, int rank);
Status checkVectors(const InferCall& call, int first, std::initializer_list<const char*> names, const Shape& shape);
/// The gradient has the type of the input.
Status checkGradient(const InferCall& call, int grad);

/// Mean and biased variance of each channel, so that a sample of a gradient is consistent.
void batchStatistics(const Tensor& x, Tensor& mean, Tensor& variance);

/// Sizes of the dimensions from axis on. `axis` may be negative.
Result<Shape> normalisedShape(const Attrs& attrs, const Shape& x);
/// All axes from `first` on.
Ints axesFrom(int64_t first, const Shape& shape);
/// All axes but 1.
Ints axesButChannels(const Shape& shape);
/// [C] as [1, C, 1, ...], so that it broadcasts over x.
Value perChannel(Value vector, const Shape& x);

/// (x - mean) / sqrt(variance + epsilon) over the axes, with the mean and the biased variance (dimensions kept).
struct Normalised {
    Value value, mean, variance;
};
Normalised normalise(Value x, const Ints& axes, double epsilon);
/// x * scale + bias where they are defined.
Value scaled(Value x, Value scale, Value bias);

/// Gradients of {x, scale, bias}, as the decomposition of an op NAME_grad(x, scale?, grad) of NAME(x, scale?, bias?).
Values normGradByDecomposition(GraphBuilder& builder, const OpCall& call, std::string_view forward, const Shape& vector);
/// The vjp of NAME(x, scale?, bias?) by NAME_grad.
Values normVjp(GraphBuilder& builder, const GradCall& call, std::string_view grad);

} // namespace ds::ops
