// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

namespace ds {

namespace {

/// The place in [0, size) that stands at i once the picture is continued as `border` says; -1: nowhere.
int64_t continued(int64_t i, int64_t size, bool edge, bool reflect)
{
    if (i >= 0 && i < size) return i;
    if (edge) return std::clamp<int64_t>(i, 0, size - 1);
    if (!reflect || size == 1) return reflect ? 0 : -1;
    i %= 2 * (size - 1);
    if (i < 0) i += 2 * (size - 1);
    return i < size ? i : 2 * (size - 1) - i;
}

Prepared prepare(const PrepareCall& call)
{
    const Planes from(call.field);
    const auto [height, width] = DS_TRY(sizeFrom(call.attrs, "size", call.field));
    const int64_t padding = call.attrs.integer("padding");
    const int64_t freeY = from.height + 2 * padding - height, freeX = from.width + 2 * padding - width;
    if (freeY < 0 || freeX < 0)
        return Error{phrase("Data", "a crop of %1 x %2 does not fit into pictures of %3 x %4 with padding %5")
                         .with({std::to_string(height), std::to_string(width), std::to_string(from.height), std::to_string(from.width),
                                std::to_string(padding)}),
                     "size", phrase("Data", "Make it smaller, or the padding larger.")};
    std::vector<float> fill = DS_TRY(fillFrom(call.attrs, call.field));
    const bool edge = call.attrs.string("border") == "edge", reflect = call.attrs.string("border") == "reflect";
    return fieldTransform<float>(
        resized(call.field, height, width), 0,
        [=, still = call.still, height = height, width = width, fill = std::move(fill)](Draws& draws, const float* in, float* out, float*) {
            const int64_t top = (still ? freeY / 2 : draws.below(freeY + 1)) - padding;
            const int64_t left = (still ? freeX / 2 : draws.below(freeX + 1)) - padding;
            // Columns that lie within the picture are copied as one piece.
            const int64_t begin = std::clamp<int64_t>(-left, 0, width), end = std::clamp(from.width - left, begin, width);
            for (int64_t c = 0; c < from.channels; ++c, in += from.pixels()) {
                const float nothing = fill[static_cast<std::size_t>(c)];
                for (int64_t y = 0; y < height; ++y, out += width) {
                    const int64_t fromY = continued(top + y, from.height, edge, reflect);
                    if (fromY < 0) {
                        std::fill_n(out, width, nothing);
                        continue;
                    }
                    const float* line = in + fromY * from.width;
                    const auto outside = [&](int64_t x) {
                        const int64_t fromX = continued(left + x, from.width, edge, reflect);
                        out[x] = fromX < 0 ? nothing : line[fromX];
                    };
                    for (int64_t x = 0; x < begin; ++x) outside(x);
                    std::copy_n(line + left + begin, end - begin, out + begin);
                    for (int64_t x = end; x < width; ++x) outside(x);
                }
            }
        });
}

} // namespace

extern const TransformSpec transform_random_crop = {
    .name = "random_crop",
    .doc = "A piece at a random place of the picture, after its border was widened. The usual companion of small pictures. Data that are "
           "not for training give their middle if the size changes.",
    .attributes = {{.name = "padding",
                    .type = AttrType::Int,
                    .fallback = int64_t{4},
                    .min = 0,
                    .max = 4096,
                    .unit = "pixels",
                    .doc = "How much wider each border becomes first."},
                   {.name = "size",
                    .type = AttrType::Ints,
                    .fallback = Ints{},
                    .min = 1,
                    .max = 16384,
                    .unit = "pixels",
                    .doc = "Height and width of the piece; empty: those of the picture."},
                   {.name = "border",
                    .type = AttrType::String,
                    .fallback = std::string("fill"),
                    .choices = {"fill", "edge", "reflect"},
                    .doc = "What the border is made of: one value, the outermost pixels, or the picture mirrored."},
                   fillAttribute()},
    .probability = 1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 6, 5), {{"padding", 2}}},
                {pictureField(3, 4, 7), {{"padding", 0}, {"size", Ints{2, 3}}}},
                {pictureField(2, 3, 3), {{"padding", 7}, {"border", "reflect"}}},
                {pictureField(2, 1, 1), {{"padding", 3}, {"border", "edge"}}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{pictureField(1, 6, 5),
                 {{"padding", 0}, {"size", 7}},
                 "random_crop, size: a crop of 7 x 7 does not fit into pictures of 6 x 5 with padding 0. Make it smaller, or the padding "
                 "larger."},
                {pictureField(3, 6, 5),
                 {{"fill", Floats{1, 2}}},
                 "random_crop, fill: expects one number or one per channel (3), got [1.0, 2.0]."}};
    },
};

} // namespace ds
