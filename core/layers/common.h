// SPDX-License-Identifier: Apache-2.0
// What layers of several kinds share: checks of ranks with texts that say what to do, and small pieces of graph.
#pragma once

#include "core/layers/layer.h"

namespace ds::layers {

/// f32 with the shape, for samples.
inline TensorType f32(const Shape& shape) { return {DType::F32, shape}; }
inline TensorType i64(const Shape& shape) { return {DType::I64, shape}; }

/// Checks [N, T, C]; false after an error.
bool expectsSequence(LayerBuilder& b, const Shape& shape);
/// Checks [N, C, spatial...] with at least one spatial dimension.
bool expectsSpatial(LayerBuilder& b, const Shape& shape);
/// Checks for floating-point numbers.
bool expectsReal(LayerBuilder& b, const TensorType& type);
/// Checks for whole numbers and gives them as i64; undefined after an error. `what` is "lengths", "indices", ...
Value wholeNumbers(LayerBuilder& b, Value x, std::string_view what);
/// The lengths i64[N] of a batch, or undefined if none are given or after an error.
Value lengthsOf(LayerBuilder& b, Value lengths, int64_t batch);

/// A dimension other than the batch, which is 0; negative ones count from the end. -1 after an error.
int innerAxis(LayerBuilder& b, int64_t axis, int rank);
/// Distinct ones, sorted; none given: all but the batch. Empty after an error.
Ints innerAxes(LayerBuilder& b, const Ints& axes, int rank);

/// 0, 1, 2, ... along `axis`.
Value iota(LayerBuilder& b, const Shape& shape, int axis, DType dtype);
/// bool[N, T]: whether a step lies within its example's length.
Value validSteps(LayerBuilder& b, Value lengths, int64_t steps);
Value cast(Value x, DType dtype);
/// A vector [C] as [1, C, 1, ...] for a tensor of so many dimensions.
Value perChannel(Value vector, int rank);

AttrSpec rateAttr(std::string_view name, double fallback, std::string_view doc);
AttrSpec epsilonAttr(double fallback);
AttrSpec axisAttr(int64_t fallback, std::string_view doc);

} // namespace ds::layers
