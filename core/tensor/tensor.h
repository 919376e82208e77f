// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <memory>
#include <span>
#include <vector>

#include "core/base/error.h"
#include "core/tensor/shape.h"

namespace ds {

/// Bytes in main memory, aligned to 64, counted (see inUse()). Not initialised.
class Buffer {
public:
    explicit Buffer(std::size_t bytes);
    ~Buffer();
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    std::byte* data() { return m_data; }
    const std::byte* data() const { return m_data; }
    std::size_t size() const { return m_size; }

    /// Bytes in all live buffers, and the largest figure since the last resetPeak().
    static std::size_t inUse();
    static std::size_t peak();
    static void resetPeak();

private:
    std::byte* m_data;
    std::size_t m_size;
};

/// A cheap handle on a part of a buffer: copies share the data. Strides are in elements, so that a
/// transposed or sliced tensor can be handed in without a copy; kernels only ever see dense data.
class Tensor {
public:
    Tensor() = default;
    /// Dense and not initialised.
    explicit Tensor(TensorType type);
    Tensor(TensorType type, Shape strides, int64_t offset, std::shared_ptr<Buffer> buffer);

    static Tensor zeros(TensorType type);
    static Tensor full(TensorType type, double value);
    static Tensor scalar(double value, DType dtype = DType::F32) { return full({dtype, {}}, value); }
    template <class T>
    static Tensor of(Shape shape, const std::vector<T>& values);
    static Tensor of(Shape shape, std::initializer_list<double> values, DType dtype = DType::F32);

    bool defined() const { return m_buffer != nullptr; }
    const TensorType& type() const { return m_type; }
    DType dtype() const { return m_type.dtype; }
    const Shape& shape() const { return m_type.shape; }
    const Shape& strides() const { return m_strides; }
    int64_t count() const { return m_type.count(); }
    std::size_t bytes() const { return m_type.bytes(); }
    bool dense() const;

    void* raw();
    const void* raw() const;
    /// Of a dense tensor of that dtype; asserts otherwise.
    template <class T>
    std::span<T> span();
    template <class T>
    std::span<const T> span() const;

    /// Any element by its row-major position, converted.
    double at(int64_t index) const;
    void set(int64_t index, double value);

    /// This tensor if it is dense, else a dense copy.
    Tensor contiguous() const;
    Tensor clone() const;
    Tensor to(DType dtype) const;
    /// Same data, other shape; asserts that it is dense and of the same count.
    Tensor reshaped(Shape shape) const;
    /// Views without a copy.
    Tensor transposed(int axisA, int axisB) const;
    Tensor sliced(int axis, int64_t begin, int64_t end) const;

private:
    int64_t offsetOf(int64_t index) const;

    TensorType m_type;
    Shape m_strides;
    int64_t m_offset = 0; // in elements
    std::shared_ptr<Buffer> m_buffer;
};

template <class T>
std::span<T> Tensor::span()
{
    assert(dense() && m_type.dtype == DTypeOf<T>::value);
    return {static_cast<T*>(raw()), static_cast<std::size_t>(count())};
}

template <class T>
std::span<const T> Tensor::span() const
{
    assert(dense() && m_type.dtype == DTypeOf<T>::value);
    return {static_cast<const T*>(raw()), static_cast<std::size_t>(count())};
}

template <class T>
Tensor Tensor::of(Shape shape, const std::vector<T>& values)
{
    Tensor tensor(TensorType{DTypeOf<T>::value, shape});
    assert(tensor.count() == static_cast<int64_t>(values.size()));
    T* to = static_cast<T*>(tensor.raw());
    for (const T& value : values) *to++ = value;
    return tensor;
}

} // namespace ds
