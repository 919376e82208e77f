// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ds {

/// Element types. Bool is one byte, 0 or 1. BF16 and F16 are stored as their 16 bits.
enum class DType : uint8_t { F32, F64, BF16, F16, I32, I64, U8, Bool };

constexpr std::size_t sizeOf(DType type)
{
    constexpr std::size_t sizes[] = {4, 8, 2, 2, 4, 8, 1, 1};
    return sizes[static_cast<std::size_t>(type)];
}
constexpr bool isFloat(DType type) { return type <= DType::F16; }
constexpr bool isInteger(DType type) { return type == DType::I32 || type == DType::I64 || type == DType::U8; }

/// "f32", "f64", "bf16", "f16", "i32", "i64", "u8", "bool".
std::string_view dtypeName(DType type);
std::optional<DType> dtypeFromName(std::string_view name);

/// The C++ type of each dtype that has one.
template <class T>
struct DTypeOf;
template <>
struct DTypeOf<float> {
    static constexpr DType value = DType::F32;
};
template <>
struct DTypeOf<double> {
    static constexpr DType value = DType::F64;
};
template <>
struct DTypeOf<int32_t> {
    static constexpr DType value = DType::I32;
};
template <>
struct DTypeOf<int64_t> {
    static constexpr DType value = DType::I64;
};
template <>
struct DTypeOf<uint8_t> {
    static constexpr DType value = DType::U8;
};
template <>
struct DTypeOf<bool> {
    static constexpr DType value = DType::Bool;
};

/// bf16 <-> f32, rounding to nearest even.
float bf16ToFloat(uint16_t bits);
uint16_t floatToBf16(float value);
/// IEEE half <-> f32, rounding to nearest even.
float f16ToFloat(uint16_t bits);
uint16_t floatToF16(float value);

/// One element of any dtype as a double, and back (integers are truncated and saturated; Bool is value != 0).
double loadElement(DType type, const void* data, int64_t index);
void storeElement(DType type, void* data, int64_t index, double value);

} // namespace ds
