// SPDX-License-Identifier: Apache-2.0
#include "core/tensor/finite.h"

#include <algorithm>
#include <cmath>

namespace ds {

namespace {

/// Of numbers whose exponent are the bits of `mask`.
bool noneIsFull(const Tensor& tensor, uint16_t mask)
{
    const auto* bits = static_cast<const uint16_t*>(tensor.raw());
    return std::none_of(bits, bits + tensor.count(), [mask](uint16_t x) { return (x & mask) == mask; });
}

template <class T>
bool allOf(const Tensor& tensor)
{
    const auto values = tensor.span<T>();
    return std::all_of(values.begin(), values.end(), [](T x) { return std::isfinite(x); });
}

} // namespace

bool allFinite(const Tensor& tensor)
{
    if (!isFloat(tensor.dtype())) return true;
    if (!tensor.dense()) return allFinite(tensor.contiguous());
    switch (tensor.dtype()) {
    case DType::F32: return allOf<float>(tensor);
    case DType::F64: return allOf<double>(tensor);
    case DType::BF16: return noneIsFull(tensor, 0x7f80);
    default: return noneIsFull(tensor, 0x7c00); // F16
    }
}

} // namespace ds
