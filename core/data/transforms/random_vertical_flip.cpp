// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const Planes size(call.field);
    return fieldTransform<float>(call.field, 0, [size](Draws&, const float* in, float* out, float*) {
        for (int64_t c = 0; c < size.channels; ++c, in += size.pixels())
            for (int64_t y = size.height - 1; y >= 0; --y, out += size.width) std::copy_n(in + y * size.width, size.width, out);
    });
}

} // namespace

extern const TransformSpec transform_random_vertical_flip = {
    .name = "random_vertical_flip",
    .doc = "Mirrors top and bottom. For pictures without an up, such as those from above or through a microscope.",
    .probability = 0.5,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 6, 5), {}}, {pictureField(3, 1, 4), {}}};
    },
};

} // namespace ds
