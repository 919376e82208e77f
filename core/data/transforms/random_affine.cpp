// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

#include <numbers>

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const Planes size(call.field);
    constexpr double degree = std::numbers::pi / 180;
    const double turn = call.attrs.number("degrees") * degree, shear = call.attrs.number("shear") * degree;
    const Floats &move = call.attrs.floats("translate"), &scale = call.attrs.floats("scale");
    if (move.empty() || move.size() > 2)
        return Error{phrase("Data", "expects one number, or one down and one to the side, got %1").with({attrText(move)}), "translate", ""};
    if (scale.size() != 2 || scale[0] > scale[1])
        return Error{phrase("Data", "expects the least and the most, got %1").with({attrText(scale)}), "scale", ""};
    const double down = move.front() * static_cast<double>(size.height), side = move.back() * static_cast<double>(size.width);
    const double least = scale[0], most = scale[1];
    std::vector<float> fill = DS_TRY(fillFrom(call.attrs, call.field));
    return fieldTransform<float>(call.field, 0, [=, fill = std::move(fill)](Draws& draws, const float* in, float* out, float*) {
        const auto draw = [&](double low, double high) { return static_cast<double>(draws.uniform(low, high)); };
        const double angle = draw(-turn, turn), factor = draw(least, most), slant = draw(-shear, shear);
        const double right = draw(-side, side), below = draw(-down, down);
        warp(in, size, around(size, angle, factor, slant, right, below), fill.data(), size.height, size.width, out);
    });
}

} // namespace

extern const TransformSpec transform_random_affine = {
    .name = "random_affine",
    .doc = "Moves, scales, slants and turns the picture around its centre, each by a random amount, in one step (bilinear).",
    .attributes = {{.name = "translate",
                    .type = AttrType::Floats,
                    .fallback = Floats{0.1},
                    .min = 0,
                    .max = 1,
                    .doc = "Most that it is moved, as a share of its size: one number, or one down and one to the side."},
                   {.name = "scale",
                    .type = AttrType::Floats,
                    .fallback = Floats{0.9, 1.1},
                    .min = 0.01,
                    .max = 100,
                    .doc = "Least and most that it is scaled by."},
                   {.name = "shear",
                    .type = AttrType::Float,
                    .fallback = 0.0,
                    .min = 0,
                    .max = 80,
                    .unit = "degrees",
                    .doc = "Most that it is slanted, to either side."},
                   {.name = "degrees",
                    .type = AttrType::Float,
                    .fallback = 0.0,
                    .min = 0,
                    .max = 180,
                    .unit = "degrees",
                    .doc = "Most that it is turned, to either side."},
                   fillAttribute()},
    .probability = 1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 6, 5), {{"shear", 20}}},
                {pictureField(3, 4, 7), {{"degrees", 180}, {"translate", Floats{1, 0}}}},
                {pictureField(1, 1, 1), {}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{pictureField(1, 6, 5), {{"scale", 2}}, "random_affine, scale: expects the least and the most, got [2.0]."},
                {pictureField(1, 6, 5),
                 {{"translate", Floats{}}},
                 "random_affine, translate: expects one number, or one down and one to the side, got []."}};
    },
};

} // namespace ds
