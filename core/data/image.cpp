// SPDX-License-Identifier: Apache-2.0
#include "core/data/image.h"

#include <cstring>
#include <string_view>

#include "core/data/file_bytes.h"

namespace ds {

namespace {

void toGrey(Image& image)
{
    const std::size_t count = image.pixels.size() / 3;
    for (std::size_t i = 0; i < count; ++i) {
        const uint8_t* p = &image.pixels[3 * i];
        // Fixed point, weights of 16 bits that sum to 65536.
        image.pixels[i] = static_cast<uint8_t>((p[0] * 19595u + p[1] * 38470u + p[2] * 7471u + 32768u) >> 16);
    }
    image.pixels.resize(count);
    image.channels = 1;
}

void toColour(Image& image)
{
    std::vector<uint8_t> pixels(image.pixels.size() * 3);
    for (std::size_t i = 0; i < image.pixels.size(); ++i) std::memset(&pixels[3 * i], image.pixels[i], 3);
    image.pixels = std::move(pixels);
    image.channels = 3;
}

} // namespace

Status image::checkSize(uint64_t width, uint64_t height, std::size_t bytes, const std::string& where)
{
    // Even one flat colour takes a JPEG or PNG more than a byte per 2,000 pixels; small pictures are free.
    constexpr uint64_t always = 4u << 20, perByte = 2000, longest = 65535;
    const std::string size = std::to_string(width) + " x " + std::to_string(height);
    if (width == 0 || height == 0 || width > longest || height > longest)
        return Error{phrase("Data", "has an impossible size of %1").with({size}), where, ""};
    if (width * height > always + perByte * bytes)
        return Error{phrase("Data", "claims to be %1 pixels, which its %2 bytes cannot hold").with({size, std::to_string(bytes)}), where,
                     ""};
    return {};
}

Result<Image> decodeImage(std::span<const uint8_t> bytes, int channels, const std::string& where)
{
    const std::string_view start(reinterpret_cast<const char*>(bytes.data()), std::min<std::size_t>(bytes.size(), 12));
    Image image;
    if (start.starts_with("\x89PNG")) image = DS_TRY(image::decodePng(bytes, where));
    else if (start.starts_with("\xff\xd8")) image = DS_TRY(image::decodeJpeg(bytes, where));
    else if (start.size() == 12 && start.starts_with("RIFF") && start.substr(8) == "WEBP") image = DS_TRY(image::decodeWebp(bytes, where));
    else return Error{phrase("Data", "is no PNG, JPEG or WebP image"), where, ""};
    if (channels == 1 && image.channels == 3) toGrey(image);
    if (channels == 3 && image.channels == 1) toColour(image);
    return image;
}

Result<Image> readImage(const std::string& path, int channels)
{
    const FileBytes file = DS_TRY(FileBytes::open(path));
    return decodeImage(file.bytes(), channels, path);
}

} // namespace ds
