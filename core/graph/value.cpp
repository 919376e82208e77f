// SPDX-License-Identifier: Apache-2.0
#include "core/graph/value.h"

#include "core/graph/builder.h"

namespace ds {

TensorType Value::type() const
{
    // After an error the chain goes on with undefined values.
    return defined() ? m_builder->graph().type(m_id) : TensorType{};
}

namespace {

Value binary(const char* name, Value a, Value b)
{
    if (!a || !b) return {};
    return a.builder().op(name, {a, b});
}

Value constantFor(Value x, double number) { return x ? x.builder().scalar(number, x.dtype()) : Value{}; }

} // namespace

Value operator+(Value a, Value b) { return binary("add", a, b); }
Value operator-(Value a, Value b) { return binary("sub", a, b); }
Value operator*(Value a, Value b) { return binary("mul", a, b); }
Value operator/(Value a, Value b) { return binary("div", a, b); }
Value operator-(Value a) { return a ? a.builder().op("neg", {a}) : Value{}; }
Value operator+(Value a, double b) { return a + constantFor(a, b); }
Value operator-(Value a, double b) { return a - constantFor(a, b); }
Value operator*(Value a, double b) { return a * constantFor(a, b); }
Value operator/(Value a, double b) { return a / constantFor(a, b); }
Value operator+(double a, Value b) { return constantFor(b, a) + b; }
Value operator-(double a, Value b) { return constantFor(b, a) - b; }
Value operator*(double a, Value b) { return constantFor(b, a) * b; }
Value operator/(double a, Value b) { return constantFor(b, a) / b; }

Value sumTo(Value x, const Shape& shape)
{
    if (!x || x.shape() == shape) return x;
    std::vector<int64_t> axes;
    const int extra = x.shape().rank() - shape.rank();
    for (int axis = 0; axis < x.shape().rank(); ++axis)
        if (axis < extra || (shape[axis - extra] == 1 && x.shape()[axis] != 1)) axes.push_back(axis);
    return reshape(axes.empty() ? x : sum(x, axes, true), shape);
}

Value reshape(Value x, const Shape& shape)
{
    if (!x || x.shape() == shape) return x;
    return x.builder().op("reshape", {x}, {{"shape", shape.vector()}});
}

Value expandTo(Value x, const Shape& shape)
{
    if (!x || x.shape() == shape) return x;
    return x.builder().op("expand", {x}, {{"shape", shape.vector()}});
}

Value sum(Value x, const std::vector<int64_t>& axes, bool keepDims)
{
    return x ? x.builder().op("sum", {x}, {{"axes", axes}, {"keep_dims", keepDims}}) : Value{};
}

Value mean(Value x, const std::vector<int64_t>& axes, bool keepDims)
{
    return x ? x.builder().op("mean", {x}, {{"axes", axes}, {"keep_dims", keepDims}}) : Value{};
}

Value transpose(Value x, const std::vector<int64_t>& order) { return x ? x.builder().op("transpose", {x}, {{"order", order}}) : Value{}; }

Value matmul(Value a, Value b, bool transposeA, bool transposeB)
{
    if (!a || !b) return {};
    return a.builder().op("matmul", {a, b}, {{"transpose_a", transposeA}, {"transpose_b", transposeB}});
}

} // namespace ds
