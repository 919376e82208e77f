// SPDX-License-Identifier: Apache-2.0
// Encoded pictures for tests.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ds::test {

/// `channels` is 1 or 3 (PNG also 4), pixels row by row.
std::string encodePng(int width, int height, int channels, const std::vector<uint8_t>& pixels);
std::string encodeJpeg(int width, int height, int channels, const std::vector<uint8_t>& pixels, bool progressive = false);
std::string encodeWebp(int width, int height, const std::vector<uint8_t>& pixels, bool lossless = true);

/// Smooth colours, so that lossy formats come close.
std::vector<uint8_t> gradient(int width, int height, int channels);

} // namespace ds::test
