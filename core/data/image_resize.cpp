// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/data/image.h"
#include "core/data/resampling.h"

namespace ds {

void image::resizeToPlanes(const Image& source, int64_t height, int64_t width, float* out)
{
    const int64_t channels = source.channels;
    if (source.height == height && source.width == width) {
        for (int64_t c = 0; c < channels; ++c)
            for (int64_t i = 0; i < height * width; ++i) *out++ = source.pixels[static_cast<std::size_t>(i * channels + c)];
        return;
    }
    const Taps across(source.width, width), down(source.height, height);
    std::vector<float> rows(static_cast<std::size_t>(source.height * width)); // one channel, resized across
    for (int64_t c = 0; c < channels; ++c) {
        for (int64_t y = 0; y < source.height; ++y) {
            const uint8_t* line = &source.pixels[static_cast<std::size_t>(y * source.width * channels + c)];
            for (int64_t x = 0; x < width; ++x) {
                const uint8_t* p = line + across.first[static_cast<std::size_t>(x)] * channels;
                float sum = 0;
                for (int64_t k = 0; k < across.count; ++k)
                    sum += across.weights[static_cast<std::size_t>(x * across.count + k)] * static_cast<float>(p[k * channels]);
                rows[static_cast<std::size_t>(y * width + x)] = sum;
            }
        }
        for (int64_t y = 0; y < height; ++y) {
            std::fill_n(out, width, 0.0f);
            for (int64_t k = 0; k < down.count; ++k) {
                const float weight = down.weights[static_cast<std::size_t>(y * down.count + k)];
                const float* line = &rows[static_cast<std::size_t>((down.first[static_cast<std::size_t>(y)] + k) * width)];
                for (int64_t x = 0; x < width; ++x) out[x] += weight * line[x];
            }
            out += width;
        }
    }
}

} // namespace ds
