// SPDX-License-Identifier: Apache-2.0
// Counter-based random numbers: Philox4x32-10 (Salmon et al., "Parallel Random Numbers: As Easy as
// 1, 2, 3", SC'11). A number is a function of (seed, stream, step, element), so that it does not
// depend on threads, order or on what ran before.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

namespace ds {

class Philox {
public:
    /// seed: of the run; stream: of the op or purpose; step: of training.
    constexpr Philox(uint64_t seed, uint32_t stream, uint64_t step)
        : m_key{static_cast<uint32_t>(seed), static_cast<uint32_t>(seed >> 32)}, m_stream(stream), m_step(step)
    {
    }

    /// Four independent 32-bit numbers for one counter.
    constexpr std::array<uint32_t, 4> block(uint64_t counter) const
    {
        // The stream sits beside the upper counter half; 2^48 counters of 4 numbers are enough for any tensor.
        uint32_t c0 = static_cast<uint32_t>(counter);
        uint32_t c1 = static_cast<uint32_t>(counter >> 32) ^ static_cast<uint32_t>(m_step >> 32) << 16;
        uint32_t c2 = static_cast<uint32_t>(m_step);
        uint32_t c3 = m_stream;
        uint32_t k0 = m_key[0], k1 = m_key[1];
        for (int round = 0; round < 10; ++round) {
            const uint64_t p0 = uint64_t{0xD2511F53u} * c0;
            const uint64_t p1 = uint64_t{0xCD9E8D57u} * c2;
            c0 = static_cast<uint32_t>(p1 >> 32) ^ c1 ^ k0;
            c1 = static_cast<uint32_t>(p1);
            c2 = static_cast<uint32_t>(p0 >> 32) ^ c3 ^ k1;
            c3 = static_cast<uint32_t>(p0);
            k0 += 0x9E3779B9u;
            k1 += 0xBB67AE85u;
        }
        return {c0, c1, c2, c3};
    }

    /// The 32-bit number of one element.
    constexpr uint32_t bits(uint64_t element) const { return block(element / 4)[element % 4]; }

    /// Uniform in [0, 1) with 24 bits, exact in float.
    constexpr float uniform(uint64_t element) const { return toUnit(bits(element)); }
    static constexpr float toUnit(uint32_t bits) { return static_cast<float>(bits >> 8) * 0x1p-24f; }

    /// Standard normal by Box-Muller; elements 2k and 2k+1 share one pair of uniforms.
    double normal(uint64_t element) const
    {
        const auto b = block(element / 2);
        const double u = (static_cast<double>(b[0]) + 1.0) * 0x1p-32; // in (0, 1]
        const double angle = 6.283185307179586 * (static_cast<double>(b[1]) * 0x1p-32);
        const double radius = std::sqrt(-2.0 * std::log(u));
        return radius * (element % 2 ? std::sin(angle) : std::cos(angle));
    }

private:
    std::array<uint32_t, 2> m_key;
    uint32_t m_stream;
    uint64_t m_step;
};

/// A plain sequence on top of Philox, for shuffles, samples and tests.
class Rng {
public:
    explicit Rng(uint64_t seed, uint32_t stream = 0, uint64_t step = 0) : m_philox(seed, stream, step) {}

    uint32_t next() { return m_philox.bits(m_at++); }
    float uniform() { return Philox::toUnit(next()); }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    double normal() { return m_philox.normal(m_at++); }
    /// Uniform in [0, n), n ≤ 2^32, without bias worth mentioning (Lemire's multiply-shift).
    uint64_t below(uint64_t n) { return (uint64_t{next()} * n) >> 32; }

private:
    Philox m_philox;
    uint64_t m_at = 0;
};

/// A stable 32-bit stream number for a name (FNV-1a).
constexpr uint32_t streamOf(const char* text, std::size_t size)
{
    uint32_t hash = 2166136261u;
    for (std::size_t i = 0; i < size; ++i) hash = (hash ^ static_cast<unsigned char>(text[i])) * 16777619u;
    return hash;
}

} // namespace ds
