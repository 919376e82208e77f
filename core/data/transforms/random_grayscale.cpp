// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const Planes size(call.field);
    if (size.channels != 3)
        return Error{phrase("Data", "expects pictures with three channels, got %1").with({call.field.type.text()}), "",
                     phrase("Data", "Leave it out.")};
    return fieldTransform<float>(call.field, 0, [pixels = size.pixels()](Draws&, const float* in, float* out, float*) {
        const float *red = in, *green = in + pixels, *blue = in + 2 * pixels;
        for (int64_t i = 0; i < pixels; ++i) out[i] = 0.299f * red[i] + 0.587f * green[i] + 0.114f * blue[i];
        std::copy_n(out, pixels, out + pixels);
        std::copy_n(out, pixels, out + 2 * pixels);
    });
}

} // namespace

extern const TransformSpec transform_random_grayscale = {
    .name = "random_grayscale",
    .doc = "Takes the colour away now and then, so that the model does not rely on it (weights of ITU-R BT.601). The picture keeps its "
           "three channels.",
    .probability = 0.1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(3, 4, 7), {}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{pictureField(1, 6, 5), {}, "random_grayscale: expects pictures with three channels, got f32[1, 6, 5]. Leave it out."}};
    },
};

} // namespace ds
