// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

#include <numeric>

namespace ds {

namespace {

/// x ← centre + factor (x - centre)
void spread(float* values, int64_t count, float factor, float centre)
{
    const float offset = centre * (1 - factor);
    for (int64_t i = 0; i < count; ++i) values[i] = values[i] * factor + offset;
}

Prepared prepare(const PrepareCall& call)
{
    const Planes size(call.field);
    const double brightness = call.attrs.number("brightness"), contrast = call.attrs.number("contrast");
    const double saturation = size.channels == 3 ? call.attrs.number("saturation") : 0;
    std::vector<float> black(static_cast<std::size_t>(size.channels), 0.0f);
    for (std::size_t c = 0; c < black.size() && !call.field.black.empty(); ++c)
        black[c] = static_cast<float>(call.field.black[call.field.black.size() == 1 ? 0 : c]);
    return fieldTransform<float>(call.field, 0, [=, black = std::move(black)](Draws& draws, const float* in, float* out, float*) {
        const int64_t pixels = size.pixels();
        const auto draw = [&](double amount) { return draws.uniform(1 - amount, 1 + amount); };
        const float brighter = draw(brightness), stronger = draw(contrast), richer = draw(saturation);
        std::copy_n(in, size.count(), out);
        for (int64_t c = 0; c < size.channels; ++c) spread(out + c * pixels, pixels, brighter, black[static_cast<std::size_t>(c)]);
        const float mean = std::accumulate(out, out + size.count(), 0.0f) / static_cast<float>(size.count());
        spread(out, size.count(), stronger, mean);
        if (saturation > 0) {
            float *red = out, *green = out + pixels, *blue = out + 2 * pixels;
            for (int64_t i = 0; i < pixels; ++i) {
                const float grey = (0.299f * red[i] + 0.587f * green[i] + 0.114f * blue[i]) * (1 - richer);
                red[i] = red[i] * richer + grey;
                green[i] = green[i] * richer + grey;
                blue[i] = blue[i] * richer + grey;
            }
        }
    });
}

} // namespace

extern const TransformSpec transform_colour_jitter = {
    .name = "colour_jitter",
    .doc = "Changes brightness (away from black), contrast (away from the picture's mean) and saturation (away from grey) by random "
           "factors between 1 - amount and 1 + amount.",
    .attributes = {{.name = "brightness", .type = AttrType::Float, .fallback = 0.2, .min = 0, .max = 1, .doc = "Amount; 0: none."},
                   {.name = "contrast", .type = AttrType::Float, .fallback = 0.2, .min = 0, .max = 1, .doc = "Amount; 0: none."},
                   {.name = "saturation",
                    .type = AttrType::Float,
                    .fallback = 0.2,
                    .min = 0,
                    .max = 1,
                    .doc = "Amount, of pictures with three channels; 0: none."}},
    .probability = 1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 6, 5), {}}, {pictureField(3, 4, 7), {{"saturation", 1}}}};
    },
};

} // namespace ds
