// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/tensor/shape.h"

namespace ds {

class GraphBuilder;

using ValueId = int32_t;
using NodeId = int32_t;
constexpr int32_t noId = -1;

/// A value of the graph under construction; the arithmetic operators add ops to it.
class Value {
public:
    Value() = default;
    Value(GraphBuilder* builder, ValueId id) : m_builder(builder), m_id(id) {}

    bool defined() const { return m_id != noId; }
    explicit operator bool() const { return defined(); }
    ValueId id() const { return m_id; }
    GraphBuilder& builder() const { return *m_builder; }
    /// By value: the graph may move its types whenever an op is added.
    TensorType type() const;
    Shape shape() const { return type().shape; }
    DType dtype() const { return type().dtype; }

private:
    GraphBuilder* m_builder = nullptr;
    ValueId m_id = noId;
};

using Values = std::vector<Value>;

Value operator+(Value a, Value b);
Value operator-(Value a, Value b);
Value operator*(Value a, Value b);
Value operator/(Value a, Value b);
Value operator-(Value a);
Value operator+(Value a, double b);
Value operator-(Value a, double b);
Value operator*(Value a, double b);
Value operator/(Value a, double b);
Value operator+(double a, Value b);
Value operator-(double a, Value b);
Value operator*(double a, Value b);
Value operator/(double a, Value b);

/// Sums over the dimensions along which `shape` was broadcast to x, so that the result has that shape.
Value sumTo(Value x, const Shape& shape);
Value reshape(Value x, const Shape& shape);
/// Broadcasts to a shape of the same or higher rank.
Value expandTo(Value x, const Shape& shape);
/// Sum and mean over axes (negative ones count from the end; none given: all).
Value sum(Value x, const std::vector<int64_t>& axes = {}, bool keepDims = false);
Value mean(Value x, const std::vector<int64_t>& axes = {}, bool keepDims = false);
Value transpose(Value x, const std::vector<int64_t>& order);
Value matmul(Value a, Value b, bool transposeA = false, bool transposeB = false);

} // namespace ds
