// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/norm_common.h"

#include <numeric>

#include "core/graph/autodiff.h"
#include "core/graph/op_set.h"

namespace ds::ops {

std::vector<AttrSpec> normAttributes(std::vector<AttrSpec> more)
{
    more.push_back({.name = "epsilon",
                    .type = AttrType::Float,
                    .fallback = 1e-5,
                    .min = 0,
                    .doc = "Added to the variance (or mean square), so that constant data does not divide by zero."});
    return more;
}

AttrSpec normAxis()
{
    return {.name = "axis",
            .type = AttrType::Int,
            .fallback = int64_t{-1},
            .doc = "First normalised dimension; all from it to the last are normalised together. Negative: counted from the end."};
}

Status checkNorm(const InferCall& c, int rank)
{
    if (!isFloat(c.dtype(0)))
        return Error{phrase("Ops", "expects floating-point numbers, got %1").with({c.in(0).text()}), "", phrase("Ops", "Insert a cast.")};
    if (c.shape(0).rank() < rank)
        return Error{
            phrase("Ops", "expects an input [N, C, ...] of at least %1 dimensions, got %2").with({std::to_string(rank), c.shape(0).text()}),
            "", ""};
    return {};
}

Status checkVectors(const InferCall& c, int first, std::initializer_list<const char*> names, const Shape& shape)
{
    const TensorType expected{wideOf(c.dtype(0)), shape};
    for (const char* name : names) {
        if (c.has(first) && c.in(first) != expected)
            return Error{phrase("Ops", "the %1 %2 has to be %3 for the input %4")
                             .with({std::string(name), c.in(first).text(), expected.text(), c.in(0).text()}),
                         "", ""};
        ++first;
    }
    return {};
}

Status checkGradient(const InferCall& c, int grad)
{
    if (c.in(grad) == c.in(0)) return {};
    return Error{phrase("Ops", "the gradient %1 has to be of the input's type %2").with({c.in(grad).text(), c.in(0).text()}), "", ""};
}

void batchStatistics(const Tensor& x, Tensor& mean, Tensor& variance)
{
    const int64_t channels = x.shape()[1], plane = x.shape().count(2, x.shape().rank());
    const int64_t perChannel = x.count() / channels;
    const auto count = static_cast<double>(perChannel);
    mean = Tensor::zeros({DType::F32, {channels}});
    variance = Tensor::zeros({DType::F32, {channels}});
    for (int64_t c = 0; c < channels; ++c) {
        double sum = 0, squares = 0;
        for (int64_t i = 0; i < x.count(); ++i)
            if (i / plane % channels == c) sum += x.at(i) / count;
        for (int64_t i = 0; i < x.count(); ++i)
            if (i / plane % channels == c) squares += (x.at(i) - sum) * (x.at(i) - sum) / count;
        mean.set(c, sum);
        variance.set(c, squares);
    }
}

Result<Shape> normalisedShape(const Attrs& attrs, const Shape& x)
{
    const int axis = DS_TRY(axisOf(attrs.integer("axis"), x.rank()));
    return Shape(x.begin() + axis, x.rank() - axis);
}

Ints axesFrom(int64_t first, const Shape& shape)
{
    const int64_t start = first < 0 ? first + shape.rank() : first;
    Ints axes(static_cast<std::size_t>(shape.rank() - start));
    std::iota(axes.begin(), axes.end(), start);
    return axes;
}

Ints axesButChannels(const Shape& shape)
{
    Ints axes = axesFrom(0, shape);
    axes.erase(axes.begin() + 1);
    return axes;
}

Value perChannel(Value vector, const Shape& x)
{
    if (!vector) return {};
    Shape shape(std::vector<int64_t>(static_cast<std::size_t>(x.rank()), 1));
    shape[1] = vector.shape()[0];
    return reshape(vector, shape);
}

Normalised normalise(Value x, const Ints& axes, double epsilon)
{
    if (!x) return {};
    const Value mean = ds::mean(x, axes, true);
    const Value centred = x - mean;
    const Value variance = ds::mean(centred * centred, axes, true);
    return {centred * x.builder().op("rsqrt", {variance + epsilon}), mean, variance};
}

Value scaled(Value x, Value scale, Value bias)
{
    if (scale) x = x * scale;
    return bias ? x + bias : x;
}

Values normGradByDecomposition(GraphBuilder& b, const OpCall& c, std::string_view forward, const Shape& vector)
{
    const DType dtype = c.in(0).dtype();
    const Value scale = c.in(1) ? c.in(1) : b.full(1, vector, dtype);
    return gradientByDecomposition(b, *b.graph().ops().find(forward), {c.in(0), scale, b.full(0, vector, dtype)}, c.attrs, {c.in(2)});
}

Values normVjp(GraphBuilder& b, const GradCall& c, std::string_view grad)
{
    Values grads = b.ops(grad, {c.in(0), c.in(1), c.grad()}, c.attrs);
    for (int i = 1; i < static_cast<int>(grads.size()); ++i)
        if (!c.wants(i)) grads[static_cast<std::size_t>(i)] = {};
    return grads;
}

} // namespace ds::ops
