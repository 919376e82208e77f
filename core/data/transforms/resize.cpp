// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"
#include "core/data/resampling.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const Planes from(call.field);
    const auto [height, width] = DS_TRY(sizeFrom(call.attrs, "size", call.field));
    const Taps across(from.width, width), down(from.height, height);
    return fieldTransform<float>(resized(call.field, height, width), from.height * width,
                                 [=, height = height, width = width](Draws&, const float* in, float* out, float* rows) {
                                     for (int64_t c = 0; c < from.channels; ++c, in += from.pixels()) {
                                         for (int64_t y = 0; y < from.height; ++y)
                                             for (int64_t x = 0; x < width; ++x) {
                                                 const float* weights = &across.weights[static_cast<std::size_t>(x * across.count)];
                                                 const float* line = in + y * from.width + across.first[static_cast<std::size_t>(x)];
                                                 float sum = 0;
                                                 for (int64_t k = 0; k < across.count; ++k) sum += weights[k] * line[k];
                                                 rows[y * width + x] = sum;
                                             }
                                         for (int64_t y = 0; y < height; ++y, out += width) {
                                             std::fill_n(out, width, 0.0f);
                                             for (int64_t k = 0; k < down.count; ++k) {
                                                 const float weight = down.weights[static_cast<std::size_t>(y * down.count + k)];
                                                 const float* line = rows + (down.first[static_cast<std::size_t>(y)] + k) * width;
                                                 for (int64_t x = 0; x < width; ++x) out[x] += weight * line[x];
                                             }
                                         }
                                     }
                                 });
}

} // namespace

extern const TransformSpec transform_resize = {
    .name = "resize",
    .doc = "Brings pictures to another size (bilinear, without aliasing when shrinking).",
    .attributes = {{.name = "size",
                    .type = AttrType::Ints,
                    .required = true,
                    .min = 1,
                    .max = 16384,
                    .unit = "pixels",
                    .doc = "Height and width; one number for both."}},
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 6, 5), {{"size", Ints{3, 9}}}},
                {pictureField(3, 4, 7), {{"size", 1}}},
                {pictureField(2, 1, 1), {{"size", 4}}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{pictureField(1, 6, 5), {}, "resize, size: a value is needed."},
                {pictureField(1, 6, 5), {{"size", 0}}, "resize, size: must be from 1 to 16384, got [0]."}};
    },
};

} // namespace ds
