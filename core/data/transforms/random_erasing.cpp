// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

#include <cmath>
#include <numeric>

namespace ds {

namespace {

enum class With { Mean, Fill, Noise };

Prepared prepare(const PrepareCall& call)
{
    const Planes size(call.field);
    const Floats& share = call.attrs.floats("share");
    if (share.size() != 2 || share[0] > share[1])
        return Error{phrase("Data", "expects the least and the most, got %1").with({attrText(share)}), "share", ""};
    const double least = share[0], most = share[1], slim = std::log(call.attrs.number("ratio"));
    const std::string& name = call.attrs.string("with");
    const With with = name == "mean" ? With::Mean : name == "fill" ? With::Fill : With::Noise;
    std::vector<float> fill = DS_TRY(fillFrom(call.attrs, call.field));
    return fieldTransform<float>(call.field, 0, [=, fill = std::move(fill)](Draws& draws, const float* in, float* out, float*) {
        std::copy_n(in, size.count(), out);
        const double area = static_cast<double>(draws.uniform(least, most)) * static_cast<double>(size.pixels());
        const double shape = std::exp(static_cast<double>(draws.uniform(slim, -slim)));
        const int64_t height = std::min(size.height, std::lround(std::sqrt(area / shape)));
        const int64_t width = std::min(size.width, std::lround(std::sqrt(area * shape)));
        const int64_t top = draws.below(size.height - height + 1), left = draws.below(size.width - width + 1);
        for (int64_t c = 0; c < size.channels; ++c) {
            float* plane = out + c * size.pixels();
            float value = fill[static_cast<std::size_t>(c)];
            if (with == With::Mean) value = std::accumulate(plane, plane + size.pixels(), 0.0f) / static_cast<float>(size.pixels());
            for (int64_t y = top; y < top + height; ++y) {
                float* line = plane + y * size.width + left;
                if (with == With::Noise) draws.normals(line, width);
                else std::fill_n(line, width, value);
            }
        }
    });
}

} // namespace

extern const TransformSpec transform_random_erasing = {
    .name = "random_erasing",
    .doc = "Wipes out a random rectangle, so that the model does not rely on one part; Zhong et al., \"Random Erasing Data Augmentation\" "
           "(2017).",
    .attributes = {{.name = "share",
                    .type = AttrType::Floats,
                    .fallback = Floats{0.02, 0.33},
                    .min = 0,
                    .max = 1,
                    .doc = "Least and most of the picture's area that is wiped out."},
                   {.name = "ratio",
                    .type = AttrType::Float,
                    .fallback = 0.3,
                    .min = 0.01,
                    .max = 1,
                    .doc = "Shorter over longer side of the slimmest rectangle."},
                   {.name = "with",
                    .type = AttrType::String,
                    .fallback = std::string("mean"),
                    .choices = {"mean", "fill", "noise"},
                    .doc = "What stands there then: the picture's mean, one value, or normal noise."},
                   fillAttribute()},
    .probability = 0.5,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 6, 5), {}},
                {pictureField(3, 4, 7), {{"with", "noise"}}},
                {pictureField(2, 9, 3), {{"with", "fill"}, {"share", Floats{1, 1}}}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{pictureField(1, 6, 5),
                 {{"share", Floats{0.5, 0.1}}},
                 "random_erasing, share: expects the least and the most, got [0.5, 0.1]."}};
    },
};

} // namespace ds
