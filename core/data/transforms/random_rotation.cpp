// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

#include <numbers>

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const Planes size(call.field);
    const double most = call.attrs.number("degrees") * std::numbers::pi / 180;
    std::vector<float> fill = DS_TRY(fillFrom(call.attrs, call.field));
    return fieldTransform<float>(call.field, 0, [=, fill = std::move(fill)](Draws& draws, const float* in, float* out, float*) {
        const auto angle = static_cast<double>(draws.uniform(-most, most));
        warp(in, size, around(size, angle, 1, 0, 0, 0), fill.data(), size.height, size.width, out);
    });
}

} // namespace

extern const TransformSpec transform_random_rotation = {
    .name = "random_rotation",
    .doc = "Turns the picture around its centre by a random angle (bilinear).",
    .attributes = {{.name = "degrees",
                    .type = AttrType::Float,
                    .fallback = 10.0,
                    .min = 0,
                    .max = 180,
                    .unit = "degrees",
                    .doc = "Most that it is turned, to either side."},
                   fillAttribute()},
    .probability = 1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 6, 5), {}}, {pictureField(3, 4, 7), {{"degrees", 180}, {"fill", 3}}}, {pictureField(1, 1, 1), {}}};
    },
};

} // namespace ds
