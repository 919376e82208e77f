// SPDX-License-Identifier: Apache-2.0
#include "core/tensor/tensor.h"

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace ds {

namespace {
constexpr std::size_t alignment = 64;
std::atomic<std::size_t> bytesInUse{0}, bytesPeak{0};
} // namespace

Buffer::Buffer(std::size_t bytes) : m_size(bytes)
{
    // Not aligned_alloc: glibc (before 2.38) does not find the block that one of the same size left behind, and the heap grows.
    void* block = std::malloc(bytes + alignment);
    if (!block)
        throw RunError({phrase("Graph", "out of memory: %1 MiB could not be had").with({std::to_string(bytes >> 20)}), "",
                        phrase("Graph", "Make the batch smaller or close other programs.")});
    // malloc aligns to 16: before the data there is always room for where the block begins.
    m_data = static_cast<std::byte*>(block) + (alignment - reinterpret_cast<std::uintptr_t>(block) % alignment);
    std::memcpy(m_data - sizeof block, &block, sizeof block);
    const std::size_t now = bytesInUse += bytes;
    std::size_t peak = bytesPeak;
    while (now > peak && !bytesPeak.compare_exchange_weak(peak, now)) {
    }
}

Buffer::~Buffer()
{
    bytesInUse -= m_size;
    void* block = nullptr;
    std::memcpy(&block, m_data - sizeof block, sizeof block);
    std::free(block);
}

std::size_t Buffer::inUse() { return bytesInUse; }
std::size_t Buffer::peak() { return bytesPeak; }
void Buffer::resetPeak() { bytesPeak = bytesInUse.load(); }

Tensor::Tensor(TensorType type) : m_type(type), m_strides(rowMajorStrides(type.shape)), m_buffer(std::make_shared<Buffer>(type.bytes())) {}

Tensor::Tensor(TensorType type, Shape strides, int64_t offset, std::shared_ptr<Buffer> buffer)
    : m_type(type), m_strides(strides), m_offset(offset), m_buffer(std::move(buffer))
{
    assert(strides.rank() == type.shape.rank());
}

Tensor Tensor::zeros(TensorType type)
{
    Tensor tensor(type);
    std::memset(tensor.raw(), 0, tensor.bytes());
    return tensor;
}

Tensor Tensor::full(TensorType type, double value)
{
    Tensor tensor(type);
    for (int64_t i = 0; i < tensor.count(); ++i) storeElement(type.dtype, tensor.raw(), i, value);
    return tensor;
}

Tensor Tensor::of(Shape shape, std::initializer_list<double> values, DType dtype)
{
    Tensor tensor(TensorType{dtype, shape});
    assert(tensor.count() == static_cast<int64_t>(values.size()));
    int64_t i = 0;
    for (double value : values) storeElement(dtype, tensor.raw(), i++, value);
    return tensor;
}

bool Tensor::dense() const
{
    int64_t step = 1;
    for (int i = shape().rank() - 1; i >= 0; --i) {
        if (shape()[i] != 1 && m_strides[i] != step) return count() == 0;
        step *= shape()[i];
    }
    return true;
}

void* Tensor::raw()
{
    assert(m_buffer);
    return m_buffer->data() + static_cast<std::size_t>(m_offset) * sizeOf(m_type.dtype);
}

const void* Tensor::raw() const { return const_cast<Tensor*>(this)->raw(); }

int64_t Tensor::offsetOf(int64_t index) const
{
    int64_t offset = 0;
    for (int axis = shape().rank() - 1; axis >= 0; --axis) {
        offset += index % shape()[axis] * m_strides[axis];
        index /= shape()[axis];
    }
    return offset;
}

double Tensor::at(int64_t index) const { return loadElement(m_type.dtype, raw(), offsetOf(index)); }
void Tensor::set(int64_t index, double value) { storeElement(m_type.dtype, raw(), offsetOf(index), value); }

Tensor Tensor::contiguous() const { return dense() ? *this : clone(); }

Tensor Tensor::clone() const
{
    Tensor out(m_type);
    if (dense()) {
        if (bytes()) std::memcpy(out.raw(), raw(), bytes());
        return out;
    }
    const std::size_t size = sizeOf(m_type.dtype);
    for (int64_t i = 0; i < count(); ++i)
        std::memcpy(static_cast<std::byte*>(out.raw()) + static_cast<std::size_t>(i) * size,
                    static_cast<const std::byte*>(raw()) + static_cast<std::size_t>(offsetOf(i)) * size, size);
    return out;
}

Tensor Tensor::to(DType dtype) const
{
    if (dtype == m_type.dtype) return *this;
    Tensor out(TensorType{dtype, m_type.shape});
    for (int64_t i = 0; i < count(); ++i) storeElement(dtype, out.raw(), i, at(i));
    return out;
}

Tensor Tensor::reshaped(Shape shape) const
{
    assert(dense() && shape.count() == count());
    return Tensor({m_type.dtype, shape}, rowMajorStrides(shape), m_offset, m_buffer);
}

Tensor Tensor::transposed(int axisA, int axisB) const
{
    Tensor view = *this;
    std::swap(view.m_type.shape[axisA], view.m_type.shape[axisB]);
    std::swap(view.m_strides[axisA], view.m_strides[axisB]);
    return view;
}

Tensor Tensor::sliced(int axis, int64_t begin, int64_t end) const
{
    assert(begin >= 0 && begin <= end && end <= shape()[axis]);
    Tensor view = *this;
    view.m_type.shape[axis] = end - begin;
    view.m_offset += begin * m_strides[axis];
    return view;
}

} // namespace ds
