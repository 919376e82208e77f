// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <cstdint>

#include "core/base/philox.h"

namespace ds {

/// The random numbers of one transform for one sample: a function of (seed, transform, epoch, sample), whatever thread asks and
/// whatever was read before. First come single numbers, the same for all fields, so that a picture and its mask stay together;
/// lists of numbers are each field's own.
class Draws {
public:
    /// sample < 2^32, as in a loader; `stream` is of the transform.
    Draws(uint64_t seed, uint32_t stream, int64_t epoch, int64_t sample)
        : m_philox(seed, stream + static_cast<uint32_t>(epoch >> 16) * 0x9E3779B9u,
                   static_cast<uint64_t>(sample) | (static_cast<uint64_t>(epoch) & 0xffff) << 32)
    {
        assert(sample >= 0 && sample < INT64_C(0x100000000) && epoch >= 0);
    }

    /// Lists of numbers are those of this field from now on, of 4096.
    void setField(std::size_t field) { m_block = firstBlock + (static_cast<uint64_t>(field) << 36); }

    /// In [0, 1).
    float uniform() { return Philox::toUnit(m_philox.bits(m_at++)); }
    /// In [low, high).
    float uniform(double low, double high) { return static_cast<float>(low + (high - low) * static_cast<double>(uniform())); }
    /// In [0, n), n ≤ 2^32.
    int64_t below(int64_t n) { return static_cast<int64_t>((uint64_t{m_philox.bits(m_at++)} * static_cast<uint64_t>(n)) >> 32); }

    /// Many at once: 32 bits each, uniform in [0, 1), standard normal.
    void bits(uint32_t* out, int64_t count);
    void uniforms(float* out, int64_t count);
    void normals(float* out, int64_t count);

private:
    static constexpr uint64_t firstBlock = uint64_t{1} << 20; // far behind the single numbers
    Philox m_philox;
    uint64_t m_at = 0, m_block = firstBlock;
};

} // namespace ds
