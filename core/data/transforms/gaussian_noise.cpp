// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const auto least = static_cast<float>(call.attrs.floats("std").front()), most = static_cast<float>(call.attrs.floats("std").back());
    if (call.attrs.floats("std").size() > 2 || least > most)
        return Error{phrase("Data", "expects one number, or the least and the most, got %1").with({attrText(call.attrs.floats("std"))}),
                     "std", ""};
    return fieldTransform<float>(call.field, 0, [=, count = call.field.type.count()](Draws& draws, const float* in, float* out, float*) {
        const float strength = least + (most - least) * draws.uniform();
        draws.normals(out, count);
        for (int64_t i = 0; i < count; ++i) out[i] = in[i] + strength * out[i];
    });
}

} // namespace

extern const TransformSpec transform_gaussian_noise = {
    .name = "gaussian_noise",
    .doc = "Adds normal noise to every number: of pictures, rows or series.",
    .kind = TransformKind::Numbers,
    .attributes = {{.name = "std",
                    .type = AttrType::Floats,
                    .fallback = Floats{0.1},
                    .min = 0,
                    .doc = "Standard deviation, in the units that the model sees; two numbers: drawn between them for each sample."}},
    .probability = 1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{pictureField(1, 6, 5), {}}, {{"row", {DType::F32, {7}}}, {{"std", Floats{0, 2}}}}, {{"series", {DType::F32, {9, 2}}}, {}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{pictureField(1, 6, 5),
                 {{"std", Floats{2, 1}}},
                 "gaussian_noise, std: expects one number, or the least and the most, got [2.0, 1.0]."},
                {{"label", {DType::I64, {}}},
                 {},
                 "gaussian_noise: no input is of the kind that it works on: real numbers [C, ...]. The data have label i64[]."}};
    },
};

} // namespace ds
