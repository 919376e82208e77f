// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const Planes from(call.field);
    const auto [height, width] = DS_TRY(sizeFrom(call.attrs, "size", call.field));
    if (height > from.height || width > from.width)
        return Error{phrase("Data", "a crop of %1 x %2 does not fit into pictures of %3 x %4")
                         .with({std::to_string(height), std::to_string(width), std::to_string(from.height), std::to_string(from.width)}),
                     "size", phrase("Data", "Make it smaller, or put a resize or pad before it.")};
    const int64_t first = (from.height - height) / 2 * from.width + (from.width - width) / 2;
    return fieldTransform<float>(resized(call.field, height, width), 0,
                                 [=, height = height, width = width](Draws&, const float* in, float* out, float*) {
                                     for (int64_t c = 0; c < from.channels; ++c)
                                         for (int64_t y = 0; y < height; ++y, out += width)
                                             std::copy_n(in + c * from.pixels() + first + y * from.width, width, out);
                                 });
}

} // namespace

extern const TransformSpec transform_center_crop = {
    .name = "center_crop",
    .doc = "The middle of pictures.",
    .attributes = {{.name = "size",
                    .type = AttrType::Ints,
                    .required = true,
                    .min = 1,
                    .max = 16384,
                    .unit = "pixels",
                    .doc = "Height and width of the piece; one number for both."}},
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 6, 5), {{"size", Ints{3, 4}}}}, {pictureField(3, 4, 7), {{"size", 4}}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {
            {pictureField(1, 6, 5),
             {{"size", 6}},
             "center_crop, size: a crop of 6 x 6 does not fit into pictures of 6 x 5. Make it smaller, or put a resize or pad before it."}};
    },
};

} // namespace ds
