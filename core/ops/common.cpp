// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

#include <algorithm>
#include <numeric>

namespace ds::ops {

Inferred inferSame(const InferCall& call) { return std::vector{call.in(0)}; }

Inferred inferSameFloat(const InferCall& call)
{
    if (!isFloat(call.dtype(0))) return Error{"expects floating-point numbers, got " + call.in(0).text(), "", "Insert a cast."};
    return std::vector{call.in(0)};
}

Inferred inferBroadcast(const InferCall& call)
{
    if (call.dtype(0) != call.dtype(1))
        return Error{"the inputs have different dtypes, " + call.in(0).text() + " and " + call.in(1).text(), "", "Insert a cast."};
    const std::optional<Shape> shape = broadcastShapes(call.shape(0), call.shape(1));
    if (!shape)
        return Error{"the shapes " + call.shape(0).text() + " and " + call.shape(1).text() + " cannot be broadcast together", "",
                     "Sizes must be equal or 1, counted from the last dimension."};
    return std::vector{TensorType{call.dtype(0), *shape}};
}

Inferred inferCompare(const InferCall& call)
{
    Inferred inferred = inferBroadcast(call);
    if (inferred) inferred->front().dtype = DType::Bool;
    return inferred;
}

Result<int> axisOf(int64_t axis, int rank)
{
    if (axis < -rank || axis >= rank)
        return Error{"axis " + std::to_string(axis) + " is outside of a tensor of " + std::to_string(rank) + " dimensions", "", ""};
    return static_cast<int>(axis < 0 ? axis + rank : axis);
}

Result<std::vector<int>> axesOf(const Ints& axes, int rank)
{
    std::vector<int> result;
    if (axes.empty()) {
        result.resize(static_cast<std::size_t>(rank));
        std::iota(result.begin(), result.end(), 0);
        return result;
    }
    for (int64_t axis : axes) result.push_back(DS_TRY(axisOf(axis, rank)));
    std::sort(result.begin(), result.end());
    if (std::adjacent_find(result.begin(), result.end()) != result.end())
        return Error{"the axes " + attrText(axes) + " name a dimension twice", "", ""};
    return result;
}

Tensor randomTensor(Rng& rng, const Shape& shape, double low, double high)
{
    Tensor tensor(TensorType{DType::F32, shape});
    for (int64_t i = 0; i < tensor.count(); ++i) tensor.set(i, rng.uniform(low, high));
    return tensor;
}

Tensor distinctTensor(Rng& rng, const Shape& shape, double gap)
{
    Tensor tensor(TensorType{DType::F32, shape});
    std::vector<int64_t> order(static_cast<std::size_t>(tensor.count()));
    std::iota(order.begin(), order.end(), int64_t{0});
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[rng.below(i)]);
    for (int64_t i = 0; i < tensor.count(); ++i)
        tensor.set(i, gap * (static_cast<double>(order[static_cast<std::size_t>(i)]) - static_cast<double>(tensor.count()) / 2 + 0.3));
    return tensor;
}

Tensor randomIndices(Rng& rng, const Shape& shape, int64_t below, DType dtype)
{
    Tensor tensor(TensorType{dtype, shape});
    for (int64_t i = 0; i < tensor.count(); ++i) tensor.set(i, static_cast<double>(rng.below(static_cast<uint64_t>(below))));
    return tensor;
}

std::vector<TensorType> f32s(std::initializer_list<Shape> shapes)
{
    std::vector<TensorType> types;
    for (const Shape& shape : shapes) types.push_back({DType::F32, shape});
    return types;
}

} // namespace ds::ops
