// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const Planes size(call.field);
    const int64_t side = call.attrs.integer("size"), count = call.attrs.integer("count");
    std::vector<float> fill = DS_TRY(fillFrom(call.attrs, call.field));
    return fieldTransform<float>(call.field, 0, [=, fill = std::move(fill)](Draws& draws, const float* in, float* out, float*) {
        std::copy_n(in, size.count(), out);
        for (int64_t i = 0; i < count; ++i) {
            const int64_t y = draws.below(size.height) - side / 2, x = draws.below(size.width) - side / 2;
            const int64_t top = std::max<int64_t>(0, y), bottom = std::min(size.height, y + side);
            const int64_t left = std::max<int64_t>(0, x), width = std::max<int64_t>(0, std::min(size.width, x + side) - left);
            for (int64_t c = 0; c < size.channels; ++c)
                for (int64_t line = top; line < bottom; ++line)
                    std::fill_n(out + c * size.pixels() + line * size.width + left, width, fill[static_cast<std::size_t>(c)]);
        }
    });
}

} // namespace

extern const TransformSpec transform_cutout = {
    .name = "cutout",
    .doc = "Covers squares of one size; their centres lie anywhere in the picture, so that they may stick out. DeVries and Taylor, "
           "\"Improved Regularization of Convolutional Neural Networks with Cutout\" (2017).",
    .attributes = {{.name = "size",
                    .type = AttrType::Int,
                    .fallback = int64_t{8},
                    .min = 1,
                    .max = 16384,
                    .unit = "pixels",
                    .doc = "Side of a square."},
                   {.name = "count", .type = AttrType::Int, .fallback = int64_t{1}, .min = 1, .max = 100, .doc = "How many squares."},
                   fillAttribute()},
    .probability = 1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 12, 15), {}},
                {pictureField(3, 4, 7), {{"size", 3}, {"count", 3}, {"fill", Floats{1, 2, 3}}}},
                {pictureField(1, 1, 1), {}}};
    },
};

} // namespace ds
