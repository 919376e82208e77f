// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

#include <array>
#include <cmath>

namespace ds {

namespace {

constexpr double largest = 16;
constexpr int64_t reach(double sigma) { return static_cast<int64_t>(3 * sigma + 1); }

/// Half of a normalised kernel: weights of distance 0, 1, …, radius.
int64_t kernelFor(double sigma, float* half)
{
    const int64_t radius = reach(sigma);
    double sum = 0;
    for (int64_t i = 0; i <= radius; ++i) {
        const double x = static_cast<double>(i) / std::max(sigma, 1e-3);
        const double weight = std::exp(-0.5 * x * x);
        half[i] = static_cast<float>(weight);
        sum += i ? 2 * weight : weight;
    }
    for (int64_t i = 0; i <= radius; ++i) half[i] = static_cast<float>(half[i] / sum);
    return radius;
}

Prepared prepare(const PrepareCall& call)
{
    const Planes size(call.field);
    const Floats& sigma = call.attrs.floats("sigma");
    if (sigma.empty() || sigma.size() > 2 || sigma.front() > sigma.back())
        return Error{phrase("Data", "expects one number, or the least and the most, got %1").with({attrText(sigma)}), "sigma", ""};
    const double least = sigma.front(), most = sigma.back();
    const int64_t padded = size.width + 2 * reach(most); // one line with its border, then a plane
    return fieldTransform<float>(call.field, padded + size.pixels(), [=](Draws& draws, const float* in, float* out, float* scratch) {
        std::array<float, static_cast<std::size_t>(reach(largest) + 1)> half;
        const int64_t radius = kernelFor(static_cast<double>(draws.uniform(least, most)), half.data());
        float *line = scratch, *across = scratch + padded;
        for (int64_t c = 0; c < size.channels; ++c, in += size.pixels()) {
            for (int64_t y = 0; y < size.height; ++y) {
                const float* from = in + y * size.width;
                std::fill_n(line, radius, from[0]);
                std::copy_n(from, size.width, line + radius);
                std::fill_n(line + radius + size.width, radius, from[size.width - 1]);
                float* to = across + y * size.width;
                for (int64_t x = 0; x < size.width; ++x) to[x] = half[0] * from[x];
                for (int64_t k = 1; k <= radius; ++k) {
                    const float weight = half[static_cast<std::size_t>(k)];
                    const float *left = line + radius - k, *right = line + radius + k;
                    for (int64_t x = 0; x < size.width; ++x) to[x] += weight * (left[x] + right[x]);
                }
            }
            for (int64_t y = 0; y < size.height; ++y, out += size.width) {
                for (int64_t x = 0; x < size.width; ++x) out[x] = half[0] * across[y * size.width + x];
                for (int64_t k = 1; k <= radius; ++k) {
                    const float weight = half[static_cast<std::size_t>(k)];
                    const float* up = across + std::max<int64_t>(0, y - k) * size.width;
                    const float* down = across + std::min(size.height - 1, y + k) * size.width;
                    for (int64_t x = 0; x < size.width; ++x) out[x] += weight * (up[x] + down[x]);
                }
            }
        }
    });
}

} // namespace

extern const TransformSpec transform_gaussian_blur = {
    .name = "gaussian_blur",
    .doc = "Makes the picture unsharp with a Gaussian of random width; the border is continued by its outermost pixels.",
    .attributes = {{.name = "sigma",
                    .type = AttrType::Floats,
                    .fallback = Floats{0.1, 1.5},
                    .min = 0,
                    .max = largest,
                    .unit = "pixels",
                    .doc = "Least and most standard deviation; one number: always the same."}},
    .probability = 1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 6, 5), {}}, {pictureField(3, 4, 7), {{"sigma", 16}}}, {pictureField(1, 1, 1), {{"sigma", 0}}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{pictureField(1, 6, 5),
                 {{"sigma", Floats{2, 1}}},
                 "gaussian_blur, sigma: expects one number, or the least and the most, got [2.0, 1.0]."}};
    },
};

} // namespace ds
