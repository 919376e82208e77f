// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

#include <cmath>

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const Planes from(call.field);
    const auto [height, width] = DS_TRY(sizeFrom(call.attrs, "size", call.field));
    const Floats &share = call.attrs.floats("share"), &ratio = call.attrs.floats("ratio");
    if (share.size() != 2 || share[0] > share[1] || share[0] <= 0)
        return Error{phrase("Data", "expects the least and the most, above 0, got %1").with({attrText(share)}), "share", ""};
    if (ratio.size() != 2 || ratio[0] > ratio[1] || ratio[0] <= 0)
        return Error{phrase("Data", "expects the least and the most, above 0, got %1").with({attrText(ratio)}), "ratio", ""};
    const double least = share[0], most = share[1], low = std::log(ratio[0]), high = std::log(ratio[1]);
    return fieldTransform<float>(
        resized(call.field, height, width), 0,
        [=, still = call.still, height = height, width = width](Draws& draws, const float* in, float* out, float*) {
            const auto fullX = static_cast<double>(from.width), fullY = static_cast<double>(from.height);
            const double area = static_cast<double>(draws.uniform(least, most)) * fullX * fullY;
            const double shape = std::exp(static_cast<double>(draws.uniform(low, high)));
            const double w = still ? fullX : std::min(std::sqrt(area * shape), fullX),
                         h = still ? fullY : std::min(std::sqrt(area / shape), fullY);
            const double left = static_cast<double>(draws.uniform()) * (fullX - w),
                         top = static_cast<double>(draws.uniform()) * (fullY - h);
            const double stepX = w / static_cast<double>(width), stepY = h / static_cast<double>(height);
            Affine map;
            map.a = static_cast<float>(stepX);
            map.c = static_cast<float>(left + 0.5 * stepX - 0.5);
            map.e = static_cast<float>(stepY);
            map.f = static_cast<float>(top + 0.5 * stepY - 0.5);
            sampleInside(in, from, map, height, width, out);
        });
}

} // namespace

extern const TransformSpec transform_random_resized_crop = {
    .name = "random_resized_crop",
    .doc = "A piece of random size, shape and place, brought to one size (bilinear); as in Szegedy et al., \"Going deeper with "
           "convolutions\" (2015). Data that are not for training are only brought to the size.",
    .attributes = {{.name = "size",
                    .type = AttrType::Ints,
                    .fallback = Ints{},
                    .min = 1,
                    .max = 16384,
                    .unit = "pixels",
                    .doc = "Height and width afterwards; empty: those of the picture."},
                   {.name = "share",
                    .type = AttrType::Floats,
                    .fallback = Floats{0.5, 1},
                    .min = 0,
                    .max = 1,
                    .doc = "Least and most of the picture's area that the piece takes."},
                   {.name = "ratio",
                    .type = AttrType::Floats,
                    .fallback = Floats{0.75, 1.3333},
                    .min = 0.01,
                    .max = 100,
                    .doc = "Least and most width over height of the piece."}},
    .probability = 1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 6, 5), {}},
                {pictureField(3, 4, 7), {{"size", Ints{5, 3}}, {"share", Floats{0.1, 0.2}}}},
                {pictureField(1, 1, 1), {}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{pictureField(1, 6, 5),
                 {{"share", Floats{0.9, 0.5}}},
                 "random_resized_crop, share: expects the least and the most, above 0, got [0.9, 0.5]."},
                {pictureField(1, 6, 5),
                 {{"ratio", Floats{2}}},
                 "random_resized_crop, ratio: expects the least and the most, above 0, got [2.0]."},
                {pictureField(1, 6, 5), {{"size", Ints{1, 2, 3}}}, "random_resized_crop, size: expects height and width, got [1, 2, 3]."}};
    },
};

} // namespace ds
