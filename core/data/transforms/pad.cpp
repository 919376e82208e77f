// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const Planes from(call.field);
    const Ints& amount = call.attrs.ints("amount");
    if (amount.empty() || amount.size() > 2)
        return Error{phrase("Data", "expects one number, or one above and below and one at the sides, got %1").with({attrText(amount)}),
                     "amount", ""};
    const int64_t down = amount.front(), side = amount.back(), height = from.height + 2 * down, width = from.width + 2 * side;
    std::vector<float> fill = DS_TRY(fillFrom(call.attrs, call.field));
    return fieldTransform<float>(resized(call.field, height, width), 0,
                                 [=, fill = std::move(fill)](Draws&, const float* in, float* out, float*) {
                                     for (int64_t c = 0; c < from.channels; ++c, out += height * width) {
                                         std::fill_n(out, height * width, fill[static_cast<std::size_t>(c)]);
                                         for (int64_t y = 0; y < from.height; ++y, in += from.width)
                                             std::copy_n(in, from.width, out + (down + y) * width + side);
                                     }
                                 });
}

} // namespace

extern const TransformSpec transform_pad = {
    .name = "pad",
    .doc = "Widens the border of pictures.",
    .attributes = {{.name = "amount",
                    .type = AttrType::Ints,
                    .required = true,
                    .min = 0,
                    .max = 4096,
                    .unit = "pixels",
                    .doc = "How much wider each border becomes: one number, or one above and below and one at the sides."},
                   fillAttribute()},
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 6, 5), {{"amount", Ints{3, 0}}}}, {pictureField(3, 4, 7), {{"amount", 2}, {"fill", Floats{1, 2, 3}}}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{pictureField(1, 6, 5),
                 {{"amount", Ints{1, 2, 3}}},
                 "pad, amount: expects one number, or one above and below and one at the sides, got [1, 2, 3]."}};
    },
};

} // namespace ds
