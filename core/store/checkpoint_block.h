// SPDX-License-Identifier: Apache-2.0
// The first 512 bytes of a checkpoint: HDF5 leaves them to us (a "user block"). They say what the file is and hold a
// checksum over the rest, so that no damaged byte ever reaches the HDF5 library, which is not made for that.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "core/base/error.h"

namespace ds {

namespace checkpointBlock {

constexpr std::size_t size = 512;
constexpr uint32_t version = 1;
using Block = std::array<uint8_t, size>;

/// Little-endian: 0 magic, 8 version u32, 12 zero u32, 16 size of the file u64, 24 CRC-32 of all bytes behind the block u32,
/// 28 CRC-32 of the bytes 0 to 27 u32; the rest is zero. All versions share this layout.
Block make(uint64_t fileSize, uint32_t contentsCrc);

/// Reads the file once and compares. Errors: missing, foreign, newer, cut off, damaged; `where` is the path.
Status verify(const std::string& path);

/// CRC-32 of the file from byte `size` on, and the size of the whole file.
struct Sum {
    uint64_t fileSize = 0;
    uint32_t crc = 0;
};
Result<Sum> sumOf(const std::string& path);

} // namespace checkpointBlock

} // namespace ds
