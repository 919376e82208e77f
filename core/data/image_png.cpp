// SPDX-License-Identifier: Apache-2.0
#include <png.h>

#include "core/data/image.h"

namespace ds {

Result<Image> image::decodePng(std::span<const uint8_t> bytes, const std::string& where)
{
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    const auto failed = [&] {
        Error error{phrase("Data", "the PNG image is damaged (%1)").with({std::string(png.message)}), where, ""};
        png_image_free(&png);
        return error;
    };
    if (!png_image_begin_read_from_memory(&png, bytes.data(), bytes.size())) return failed();
    const Status size = checkSize(png.width, png.height, bytes.size(), where);
    if (!size) {
        png_image_free(&png);
        return size.error();
    }
    // Reading with alpha and dropping it keeps libpng from blending with a background.
    const bool grey = (png.format & PNG_FORMAT_FLAG_COLOR) == 0;
    png.format = grey ? PNG_FORMAT_GA : PNG_FORMAT_RGBA;
    Image image{png.width, png.height, grey ? 1 : 3, {}};
    const std::size_t kept = static_cast<std::size_t>(image.channels);
    image.pixels.resize(PNG_IMAGE_SIZE(png));
    if (!png_image_finish_read(&png, nullptr, image.pixels.data(), 0, nullptr)) return failed();
    const std::size_t count = static_cast<std::size_t>(image.width * image.height);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t c = 0; c < kept; ++c) image.pixels[i * kept + c] = image.pixels[i * (kept + 1) + c];
    image.pixels.resize(count * kept);
    return image;
}

} // namespace ds
