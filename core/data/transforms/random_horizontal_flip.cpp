// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const Planes size(call.field);
    return fieldTransform<float>(call.field, 0, [size](Draws&, const float* in, float* out, float*) {
        for (int64_t line = 0; line < size.channels * size.height; ++line, in += size.width, out += size.width)
            std::reverse_copy(in, in + size.width, out);
    });
}

} // namespace

extern const TransformSpec transform_random_horizontal_flip = {
    .name = "random_horizontal_flip",
    .doc = "Mirrors left and right. Not for what is read, such as letters and digits.",
    .probability = 0.5,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 6, 5), {}}, {pictureField(3, 1, 4), {}}};
    },
};

} // namespace ds
