// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const double low = call.attrs.number("min"), high = call.attrs.number("max");
    if (low > high) return Error{phrase("Data", "is above max, %1").with({attrText(high)}), "min", ""};
    return fieldTransform<float>(call.field, 0,
                                 [count = call.field.type.count(), low = static_cast<float>(low),
                                  high = static_cast<float>(high)](Draws&, const float* in, float* out, float*) {
                                     for (int64_t i = 0; i < count; ++i) out[i] = std::min(std::max(in[i], low), high);
                                 });
}

} // namespace

extern const TransformSpec transform_clip = {
    .name = "clip",
    .doc = "Brings numbers below a least value or above a greatest one to it, so that outliers weigh less.",
    .kind = TransformKind::Numbers,
    .attributes = {{.name = "min", .type = AttrType::Float, .fallback = -3.0, .doc = "Least value."},
                   {.name = "max", .type = AttrType::Float, .fallback = 3.0, .doc = "Greatest value."}},
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{{"row", {DType::F32, {7}}}, {{"min", -0.5}, {"max", 0.25}}}, {pictureField(1, 6, 5), {}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{pictureField(1, 6, 5), {{"min", 4}}, "clip, min: is above max, 3.0."}};
    },
};

} // namespace ds
