// SPDX-License-Identifier: Apache-2.0
#include "core/tensor/dtype.h"

#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace ds {

namespace {
constexpr std::array<std::string_view, 8> names = {"f32", "f64", "bf16", "f16", "i32", "i64", "u8", "bool"};

template <class T>
T saturated(double value)
{
    if (std::isnan(value)) return 0;
    if (value <= static_cast<double>(std::numeric_limits<T>::min())) return std::numeric_limits<T>::min();
    if (value >= static_cast<double>(std::numeric_limits<T>::max())) return std::numeric_limits<T>::max();
    return static_cast<T>(value);
}
} // namespace

std::string_view dtypeName(DType type) { return names[static_cast<std::size_t>(type)]; }

std::optional<DType> dtypeFromName(std::string_view name)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<DType>(i);
    return std::nullopt;
}

float bf16ToFloat(uint16_t bits) { return std::bit_cast<float>(static_cast<uint32_t>(bits) << 16); }

uint16_t floatToBf16(float value)
{
    uint32_t bits = std::bit_cast<uint32_t>(value);
    if ((bits & 0x7fffffffu) > 0x7f800000u) return static_cast<uint16_t>(bits >> 16 | 0x40); // keep NaN quiet
    bits += 0x7fffu + (bits >> 16 & 1u);
    return static_cast<uint16_t>(bits >> 16);
}

float f16ToFloat(uint16_t bits)
{
    const int exponent = bits >> 10 & 31;
    const int mantissa = bits & 1023;
    float value = 0;
    if (exponent == 31) value = mantissa ? std::numeric_limits<float>::quiet_NaN() : std::numeric_limits<float>::infinity();
    else if (exponent == 0) value = std::ldexp(static_cast<float>(mantissa), -24);
    else value = std::ldexp(static_cast<float>(mantissa + 1024), exponent - 25);
    return bits & 0x8000 ? -value : value;
}

uint16_t floatToF16(float value)
{
    const uint16_t sign = static_cast<uint16_t>(std::bit_cast<uint32_t>(value) >> 16 & 0x8000u);
    if (std::isnan(value)) return sign | 0x7e00;
    const float magnitude = std::abs(value);
    if (magnitude >= 65520.0f) return sign | 0x7c00; // rounds past the largest finite half
    if (magnitude == 0) return sign;                 // has no leading one
    int exponent = 0;
    std::frexp(magnitude, &exponent);
    // The unit of the last place: 2^-24 for subnormals, else 10 bits below the leading one.
    const int unit = std::max(exponent - 11, -24);
    const int count = static_cast<int>(std::nearbyint(std::ldexp(magnitude, -unit))); // ties to even
    // Carries from the mantissa run into the exponent by themselves.
    return static_cast<uint16_t>(sign | (count + ((unit + 24) << 10)));
}

double loadElement(DType type, const void* data, int64_t i)
{
    switch (type) {
    case DType::F32: return static_cast<const float*>(data)[i];
    case DType::F64: return static_cast<const double*>(data)[i];
    case DType::BF16: return bf16ToFloat(static_cast<const uint16_t*>(data)[i]);
    case DType::F16: return f16ToFloat(static_cast<const uint16_t*>(data)[i]);
    case DType::I32: return static_cast<const int32_t*>(data)[i];
    case DType::I64: return static_cast<double>(static_cast<const int64_t*>(data)[i]);
    case DType::U8: return static_cast<const uint8_t*>(data)[i];
    case DType::Bool: return static_cast<const uint8_t*>(data)[i] != 0;
    }
    return 0;
}

void storeElement(DType type, void* data, int64_t i, double value)
{
    switch (type) {
    case DType::F32: static_cast<float*>(data)[i] = static_cast<float>(value); break;
    case DType::F64: static_cast<double*>(data)[i] = value; break;
    case DType::BF16: static_cast<uint16_t*>(data)[i] = floatToBf16(static_cast<float>(value)); break;
    case DType::F16: static_cast<uint16_t*>(data)[i] = floatToF16(static_cast<float>(value)); break;
    case DType::I32: static_cast<int32_t*>(data)[i] = saturated<int32_t>(value); break;
    case DType::I64: static_cast<int64_t*>(data)[i] = saturated<int64_t>(value); break;
    case DType::U8: static_cast<uint8_t*>(data)[i] = saturated<uint8_t>(value); break;
    case DType::Bool: static_cast<uint8_t*>(data)[i] = value != 0; break;
    }
}

} // namespace ds
