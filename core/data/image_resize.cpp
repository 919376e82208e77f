// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "core/data/image.h"

namespace ds {

namespace {

/// For each output position the first input position and the weights of it and its successors.
struct Taps {
    std::vector<int64_t> first;
    std::vector<float> weights; // [outputs, count]
    int64_t count = 0;
};

Taps tapsFor(int64_t from, int64_t to)
{
    const double scale = static_cast<double>(from) / static_cast<double>(to);
    const double support = std::max(scale, 1.0); // half the width of the triangle
    Taps taps;
    taps.count = std::min<int64_t>(from, static_cast<int64_t>(std::ceil(support)) * 2 + 1);
    taps.weights.resize(static_cast<std::size_t>(to * taps.count));
    for (int64_t i = 0; i < to; ++i) {
        const double centre = (static_cast<double>(i) + 0.5) * scale;
        const int64_t first = std::clamp<int64_t>(static_cast<int64_t>(std::floor(centre - support + 0.5)), 0, from - taps.count);
        float* weights = &taps.weights[static_cast<std::size_t>(i * taps.count)];
        double sum = 0;
        for (int64_t k = 0; k < taps.count; ++k) {
            const double weight = std::max(0.0, 1.0 - std::abs(static_cast<double>(first + k) + 0.5 - centre) / support);
            weights[k] = static_cast<float>(weight);
            sum += weight;
        }
        for (int64_t k = 0; k < taps.count; ++k) weights[k] = static_cast<float>(weights[k] / sum);
        taps.first.push_back(first);
    }
    return taps;
}

} // namespace

void image::resizeToPlanes(const Image& source, int64_t height, int64_t width, float* out)
{
    const int64_t channels = source.channels;
    if (source.height == height && source.width == width) {
        for (int64_t c = 0; c < channels; ++c)
            for (int64_t i = 0; i < height * width; ++i) *out++ = source.pixels[static_cast<std::size_t>(i * channels + c)];
        return;
    }
    const Taps across = tapsFor(source.width, width), down = tapsFor(source.height, height);
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
