// SPDX-License-Identifier: Apache-2.0
#include <webp/decode.h>

#include "core/data/image.h"

namespace ds {

Result<Image> image::decodeWebp(std::span<const uint8_t> bytes, const std::string& where)
{
    const Error damaged{phrase("Data", "the WebP image is damaged"), where, ""};
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(bytes.data(), bytes.size(), &features) != VP8_STATUS_OK) return damaged;
    if (features.has_animation) return Error{phrase("Data", "is an animated WebP image; single pictures are read"), where, ""};
    const Status size = checkSize(static_cast<uint64_t>(features.width), static_cast<uint64_t>(features.height), bytes.size(), where);
    if (!size) return size.error();
    Image image{features.width, features.height, 3, {}};
    const std::size_t stride = static_cast<std::size_t>(image.width) * 3;
    image.pixels.resize(stride * static_cast<std::size_t>(image.height));
    if (!WebPDecodeRGBInto(bytes.data(), bytes.size(), image.pixels.data(), image.pixels.size(), static_cast<int>(stride))) return damaged;
    return image;
}

} // namespace ds
