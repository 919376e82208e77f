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
/// ... which must not be bool.
Inferred inferSameNumber(const InferCall& call);
/// Bool in, Bool out.
Inferred inferSameBool(const InferCall& call);
/// NumPy broadcasting of two inputs of one dtype.
Inferred inferBroadcast(const InferCall& call);
/// ... which must not be bool.
Inferred inferArithmetic(const InferCall& call);
/// ... which must be floating.
Inferred inferBroadcastFloat(const InferCall& call);
/// ... which must be bool.
Inferred inferLogical(const InferCall& call);
/// ... with a Bool result.
Inferred inferCompare(const InferCall& call);

/// `axis` within [-rank, rank) made non-negative, or an error that says so.
Result<int> axisOf(int64_t axis, int rank);
/// Sorted, distinct, non-negative axes; an empty list means all.
Result<std::vector<int>> axesOf(const Ints& axes, int rank);
/// The shape of a reduction over axes (as axesOf gives them).
Shape reducedShape(const Shape& shape, const std::vector<int>& axes, bool keepDims);
/// Output of a reduction with the attributes `axes` and `keep_dims`, of the input's dtype.
Inferred inferReduce(const InferCall& call);
/// The attributes of such an op.
std::vector<AttrSpec> reduceAttrs(std::vector<AttrSpec> more = {});
/// A reduced value (or its gradient) as it was before its dimensions were dropped, sizes 1 kept: broadcasts against the input.
Value withKeptDims(Value reduced, const Shape& input, const Attrs& attrs);

/// The attribute `dtype`, and what it says.
AttrSpec dtypeAttr(std::string_view fallback = "f32");
DType dtypeOf(const Attrs& attrs);
/// f32 for bf16 and f16, else the same: the type of what is `wide` beside operands of that type.
DType wideOf(DType dtype);
/// The attribute `wide`, and the type of a result of an op that has it.
AttrSpec wideAttr();
DType resultType(const InferCall& call);
/// The attribute `shape`; sizes must be at least 0.
AttrSpec shapeAttr();
/// The attribute `activation` of ops that the fusion pass makes of an op and the activation behind it.
AttrSpec fusedActivation();
/// The attribute `axis`; negative ones count from the end.
AttrSpec axisAttr(int64_t fallback);
/// At most Shape::maxRank sizes, none negative.
Result<Shape> shapeOf(const Ints& sizes);

/// shape[:axis] + indices + shape[axis + 1:], or that this has too many dimensions.
Result<Shape> gatheredShape(const Shape& shape, const Shape& indices, int axis);

/// Reduction of x [elements, ...] by segment_ids i64[elements] into [segments, ...].
Inferred inferSegments(const InferCall& call);

/// First output of an op on values of one builder; undefined if none of the inputs is defined.
Value call(std::string_view name, const Values& inputs, Attrs attrs = {});
/// A scalar of the dtype of `like`.
Value scalarLike(Value like, double value);
/// 1 where the condition holds, else 0.
Value indicator(Value condition, DType dtype);

/// Random f32 tensors for samples: uniform in [low, high).
Tensor randomTensor(Rng& rng, const Shape& shape, double low = -2, double high = 2);
/// ... with all values at least `gap` apart from each other in random order, so that max, sort and top_k have
/// no ties within a finite difference.
Tensor distinctTensor(Rng& rng, const Shape& shape, double gap = 0.1);
/// Uniform integers in [0, below).
Tensor randomIndices(Rng& rng, const Shape& shape, int64_t below, DType dtype = DType::I64);

/// Samples of an elementwise op of one or two inputs with values in [low, high): several ranks, size 1, empty, broadcasting.
std::vector<Sample> unarySamples(Rng& rng, double low = -2, double high = 2, const Attrs& attrs = {});
std::vector<Sample> binarySamples(Rng& rng, double low = -2, double high = 2);
/// Samples of a reduction: all axes, one, two, kept and dropped dimensions, size 1.
std::vector<Sample> reduceSamples(Rng& rng, double gap = 0.1);
/// What such ops refuse, with the text.
std::vector<BadSample> refusesIntegers(const std::string& name);
std::vector<BadSample> refusesBool(const std::string& name);
std::vector<BadSample> refusesBroadcast(const std::string& name);
std::vector<BadSample> refusesAxes(const std::string& name);

/// f32 types from shapes, for bad samples.
std::vector<TensorType> f32s(std::initializer_list<Shape> shapes);

} // namespace ds::ops
