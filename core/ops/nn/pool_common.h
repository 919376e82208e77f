// SPDX-License-Identifier: Apache-2.0
// What the poolings share. Per element of the output there is one window of the input; sliding poolings take it from
// kernel, stride, padding and dilation, adaptive ones from the size of the output.
#pragma once

#include "core/ops/nn/window.h"

namespace ds::ops {

/// kernel, the window's attributes, ceil_mode; then `more`.
std::vector<AttrSpec> poolAttributes(std::vector<AttrSpec> more = {});
/// "output": the spatial sizes of the result.
std::vector<AttrSpec> adaptiveAttributes(std::vector<AttrSpec> more = {});
/// "input_spatial": the spatial sizes of the pooling's input, for averages, whose gradient does not see it.
AttrSpec inputSpatialAttribute();

/// The window of a sliding pooling; an empty stride is the kernel.
Result<Window> poolWindow(const Attrs& attrs);
/// Shapes of the results of pooling a tensor of type x. Each window has to see at least one element of it.
Result<Shape> poolShape(const Attrs& attrs, const TensorType& x);
Result<Shape> adaptiveShape(const Attrs& attrs, const TensorType& x);
using PoolShape = Result<Shape> (*)(const Attrs&, const TensorType&);

/// Elements of the input that one dimension of an output element averages over or chooses from: the window at
/// `position` of `out` adaptive ones over `in` elements is [first, last).
struct Range {
    int64_t first, last;
};
Range adaptiveRange(int64_t position, int64_t out, int64_t in);

/// infer of NAME_grad(x, grad) and NAME_gather(x, values) of max poolings.
Inferred inferMaxGrad(const InferCall& call, PoolShape shape);
Inferred inferMaxGather(const InferCall& call, PoolShape shape);
/// infer of NAME_grad(grad; input_spatial) of average poolings.
Inferred inferAverageGrad(const InferCall& call, PoolShape shape);

} // namespace ds::ops
