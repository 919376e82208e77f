// SPDX-License-Identifier: Apache-2.0
#include "core/data/draws.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace ds {

namespace {

constexpr int64_t chunk = 256; // loops of a fixed length become vector code

/// ln x for x in (0, 1]: Cephes' polynomial (logf), without branches, and the same bits with every libm.
inline float logOf(float x)
{
    const int32_t raw = std::bit_cast<int32_t>(x);
    const int32_t shifted = raw - 0x3f3504f3; // from √½ on, so that the mantissa lies in [√½, √2)
    const auto exponent = static_cast<float>(shifted >> 23);
    const float m = std::bit_cast<float>((shifted & 0x7fffff) + 0x3f3504f3) - 1;
    float p = 7.0376836292e-2f;
    p = p * m - 1.1514610310e-1f;
    p = p * m + 1.1676998740e-1f;
    p = p * m - 1.2420140846e-1f;
    p = p * m + 1.4249322787e-1f;
    p = p * m - 1.6668057665e-1f;
    p = p * m + 2.0000714765e-1f;
    p = p * m - 2.4999993993e-1f;
    p = p * m + 3.3333331174e-1f;
    return p * m * m * m - 0.5f * m * m + m + exponent * 0.69314718056f;
}

/// Box and Muller's pairs from `bits`, in place of them.
void normalsOfChunk(const uint32_t* bits, float* out)
{
    for (int64_t i = 0; i < chunk / 2; ++i) {
        const float u = static_cast<float>((bits[2 * i] >> 8) + 1) * 0x1p-24f; // (0, 1]
        const float radius = std::sqrt(-2 * logOf(u));
        // The angle as a quarter turn, in the two highest bits, and the rest around its middle, in [-π/4, π/4).
        const uint32_t quarter = bits[2 * i + 1] >> 30;
        const float a = static_cast<float>(static_cast<int32_t>(bits[2 * i + 1] << 2) >> 8) * (1.5707963268f * 0x1p-24f), s = a * a;
        const float sine = a * (1 + s * (-1.0f / 6 + s * (1.0f / 120 - s * (1.0f / 5040))));
        const float cosine = 1 + s * (-0.5f + s * (1.0f / 24 + s * (-1.0f / 720 + s * (1.0f / 40320))));
        const float sign = quarter & 2 ? -radius : radius;
        out[2 * i] = sign * (quarter & 1 ? -sine : cosine);
        out[2 * i + 1] = sign * (quarter & 1 ? cosine : sine);
    }
}

} // namespace

void Draws::bits(uint32_t* out, int64_t count)
{
    const Philox philox = m_philox;
    int64_t i = 0;
    for (; i + 4 <= count; i += 4) {
        const auto block = philox.block(m_block++);
        std::memcpy(out + i, block.data(), sizeof block);
    }
    if (i == count) return;
    const auto block = philox.block(m_block++);
    std::copy_n(block.begin(), count - i, out + i);
}

void Draws::uniforms(float* out, int64_t count)
{
    uint32_t raw[chunk];
    for (int64_t at = 0; at < count; at += chunk) {
        const int64_t length = std::min(chunk, count - at);
        bits(raw, length);
        for (int64_t i = 0; i < length; ++i) out[at + i] = Philox::toUnit(raw[i]);
    }
}

void Draws::normals(float* out, int64_t count)
{
    uint32_t raw[chunk];
    float values[chunk];
    for (int64_t at = 0; at < count; at += chunk) {
        const int64_t length = std::min(chunk, count - at);
        const int64_t pairs = (length + 1) / 2 * 2;
        bits(raw, pairs);
        std::fill(raw + pairs, raw + chunk, 0u);
        normalsOfChunk(raw, values);
        std::copy_n(values, length, out + at);
    }
}

} // namespace ds
