// SPDX-License-Identifier: Apache-2.0
#include "core/layers/layer.h"

namespace ds {

extern const LayerSpec layer_dense = {
    .name = "Dense",
    .category = "dense",
    .doc = "Fully connected: y = x W + b over the last dimension. Leading dimensions are rows.",
    .inputs = {{"x", "[N, features] or [N, ..., features]"}},
    .outputs = {{"y", "[N, ..., units]"}},
    .attributes = {{.name = "units", .type = AttrType::Int, .required = true, .min = 1, .max = 1 << 24, .doc = "Outputs."},
                   {.name = "bias", .type = AttrType::Bool, .fallback = true, .doc = "Whether a learned offset is added."},
                   initializerAttr("he_normal")},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape& shape = c.in().shape();
        if (shape.rank() < 2) return {b.fail(phrase("Layers", "expects a 2-D input [N, features], got %1").with({shape.text()}))};
        if (shape.rank() == 4 || shape.rank() == 5)
            return {
                b.fail(phrase("Layers", "expects a 2-D input, got %1").with({shape.text()}), phrase("Layers", "Insert a Flatten layer."))};
        const int64_t features = shape[-1], units = c.attrs.integer("units");
        const Value weight = b.parameter("weight", {features, units}, c.attrs.string("initializer"), features, units);
        Value y = matmul(c.in(), weight);
        if (c.attrs.boolean("bias")) y = y + b.parameter("bias", {units}, "zeros");
        return {y};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{{DType::F32, {3, 4}}}, {{"units", 5}}}, {{{DType::F32, {2, 3, 4}}}, {{"units", 2}, {"bias", false}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{{DType::F32, {64, 3, 28, 28}}}, {{"units", 5}}, "expects a 2-D input, got [64, 3, 28, 28]. Insert a Flatten layer."}};
    },
};

} // namespace ds
