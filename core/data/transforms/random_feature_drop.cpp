// SPDX-License-Identifier: Apache-2.0
#include "core/data/transform.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const auto rate = static_cast<float>(call.attrs.number("rate")), with = static_cast<float>(call.attrs.number("with"));
    return fieldTransform<float>(call.field, 0, [=, count = call.field.type.count()](Draws& draws, const float* in, float* out, float*) {
        draws.uniforms(out, count);
        for (int64_t i = 0; i < count; ++i) out[i] = out[i] < rate ? with : in[i];
    });
}

} // namespace

extern const TransformSpec transform_random_feature_drop = {
    .name = "random_feature_drop",
    .doc = "Hides some features of a row, so that the model does not rely on a few. For rows that are standardised: 0 is their mean then.",
    .kind = TransformKind::Rows,
    .attributes =
        {{.name = "rate", .type = AttrType::Float, .fallback = 0.1, .min = 0, .max = 1, .doc = "Share of the features that is hidden."},
         {.name = "with", .type = AttrType::Float, .fallback = 0.0, .doc = "What stands there then."}},
    .probability = 1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{{"row", {DType::F32, {17}}}, {{"rate", 0.5}}}};
    },
};

} // namespace ds
