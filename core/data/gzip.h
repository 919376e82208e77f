// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "core/base/phrase.h"

namespace ds {

bool isGzip(std::span<const uint8_t> bytes);

/// No deflate stream expands to more than this many times its size, so a header that promises more lies.
constexpr int64_t largestExpansion = 1032;

/// Reads a gzip stream piece by piece, so that its promised size need not be trusted.
class GzipReader {
public:
    explicit GzipReader(std::span<const uint8_t> compressed);
    ~GzipReader();
    GzipReader(const GzipReader&) = delete;
    GzipReader& operator=(const GzipReader&) = delete;

    /// Number of bytes written to `out`; fewer than its size at the end or at a problem.
    std::size_t read(std::span<uint8_t> out);
    /// Empty if all went well so far. The checksum is verified when the end has been reached.
    const Phrase& problem() const { return m_problem; }

private:
    struct State;
    std::unique_ptr<State> m_state;
    Phrase m_problem;
};

/// CRC-32 (ISO 3309, as in gzip) of `bytes`, going on from `before`.
uint32_t crc32Of(std::span<const uint8_t> bytes, uint32_t before = 0);

} // namespace ds
