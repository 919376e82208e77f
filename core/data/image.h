// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace ds {

/// 8 bits a channel, rows from the top, channels interleaved.
struct Image {
    int64_t width = 0, height = 0, channels = 0; ///< channels: 1 (grey) or 3 (RGB)
    std::vector<uint8_t> pixels;
};

/// Decodes PNG, JPEG or WebP (told apart by their first bytes) to grey (1) or RGB (3). Transparency is dropped, grey is
/// 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601). Damaged and cut-off files are errors with `where`.
Result<Image> decodeImage(std::span<const uint8_t> bytes, int channels, const std::string& where);
Result<Image> readImage(const std::string& path, int channels);

namespace image {

// One decoder per file. Each gives 3 channels, or 1 if that is what the file holds.
Result<Image> decodePng(std::span<const uint8_t> bytes, const std::string& where);
Result<Image> decodeJpeg(std::span<const uint8_t> bytes, const std::string& where);
Result<Image> decodeWebp(std::span<const uint8_t> bytes, const std::string& where);

/// An error if a file of `bytes` bytes cannot reasonably hold that many pixels, before memory is taken for them.
Status checkSize(uint64_t width, uint64_t height, std::size_t bytes, const std::string& where);

/// Bilinear resampling; when shrinking, the triangle filter is stretched by the scale (antialias). Out: planes
/// [channels, height, width] in [0, 255].
void resizeToPlanes(const Image& source, int64_t height, int64_t width, float* out);

} // namespace image

} // namespace ds
