// SPDX-License-Identifier: Apache-2.0
// What many op descriptions share: inference of elementwise shapes, axes, random samples.
#pragma once

#include "core/graph/builder.h"
#include "core/graph/op_spec.h"

namespace ds::ops {

/// Output 0 has the type of input 0.
Inferred inferSame(const InferCall& call);
/// ... which must be floating.
Inferred inferSameFloat(const InferCall& call);
/// NumPy broadcasting of two inputs of one dtype.
Inferred inferBroadcast(const InferCall& call);
/// ... with a Bool result.
Inferred inferCompare(const InferCall& call);

/// `axis` within [-rank, rank) made non-negative, or an error that says so.
Result<int> axisOf(int64_t axis, int rank);
/// Sorted, distinct, non-negative axes; an empty list means all.
Result<std::vector<int>> axesOf(const Ints& axes, int rank);

/// Random f32 tensors for samples: uniform in [low, high).
Tensor randomTensor(Rng& rng, const Shape& shape, double low = -2, double high = 2);
/// ... with all values at least `gap` apart from each other in random order, so that max, sort and top_k have
/// no ties within a finite difference.
Tensor distinctTensor(Rng& rng, const Shape& shape, double gap = 0.1);
/// Uniform integers in [0, below).
Tensor randomIndices(Rng& rng, const Shape& shape, int64_t below, DType dtype = DType::I64);

/// f32 types from shapes, for bad samples.
std::vector<TensorType> f32s(std::initializer_list<Shape> shapes);

} // namespace ds::ops
