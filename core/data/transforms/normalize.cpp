// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const int64_t channels = call.field.type.shape[0], inner = call.field.type.count() / std::max<int64_t>(1, channels);
    Field after = call.field;
    std::vector<float> mean, factor;
    for (const char* name : {"mean", "std"})
        if (const std::size_t given = call.attrs.floats(name).size(); given != 1 && given != static_cast<std::size_t>(channels))
            return Error{phrase("Data", "expects one number or one per channel (%1), got %2")
                             .with({std::to_string(channels), std::to_string(given)}),
                         name, ""};
    const Floats &means = call.attrs.floats("mean"), &stds = call.attrs.floats("std");
    const bool picture = fits(TransformKind::Pictures, call.field);
    after.black.clear();
    for (int64_t c = 0; c < channels; ++c) {
        const auto at = [c](const Floats& list) { return list[list.size() == 1 ? 0 : static_cast<std::size_t>(c)]; };
        if (!(at(stds) > 0)) return Error{phrase("Data", "must be above 0, got %1").with({attrText(stds)}), "std", ""};
        mean.push_back(static_cast<float>(at(means)));
        factor.push_back(static_cast<float>(1 / at(stds)));
        if (picture) after.black.push_back(((call.field.black.empty() ? 0 : at(call.field.black)) - at(means)) / at(stds));
    }
    return fieldTransform<float>(std::move(after), 0,
                                 [=, mean = std::move(mean), factor = std::move(factor)](Draws&, const float* in, float* out, float*) {
                                     for (std::size_t c = 0; c < mean.size(); ++c, in += inner, out += inner)
                                         for (int64_t i = 0; i < inner; ++i) out[i] = (in[i] - mean[c]) * factor[c];
                                 });
}

} // namespace

extern const TransformSpec transform_normalize = {
    .name = "normalize",
    .doc = "(x - mean) / std, for each channel of pictures and series or each feature of rows. Sources of pictures do the same with their "
           "own mean and std.",
    .kind = TransformKind::Numbers,
    .attributes =
        {{.name = "mean", .type = AttrType::Floats, .fallback = Floats{0}, .doc = "Subtracted; one number or one per channel."},
         {.name = "std", .type = AttrType::Floats, .fallback = Floats{1}, .min = 0, .doc = "Divided by; one number or one per channel."}},
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(3, 2, 5), {{"mean", Floats{1, 2, 3}}, {"std", 2}}}, {{"row", {DType::F32, {4}}}, {{"mean", 0.5}}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{pictureField(3, 6, 5), {{"mean", Floats{1, 2}}}, "normalize, mean: expects one number or one per channel (3), got 2."},
                {pictureField(1, 6, 5), {{"std", 0}}, "normalize, std: must be above 0, got [0.0]."}};
    },
};

} // namespace ds
