// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_embedding = {
    .name = "Embedding",
    .category = "dense",
    .doc = "A learned vector for each number of a vocabulary: words, characters, categories. A number outside of it ends the run.",
    .inputs = {{"x", "whole numbers, [N] or [N, ...]"}},
    .outputs = {{"y", "[N, ..., units]"}},
    .attributes =
        {{.name = "vocabulary", .type = AttrType::Int, .required = true, .min = 1, .max = 1 << 30, .doc = "How many numbers there are."},
         {.name = "units", .type = AttrType::Int, .required = true, .min = 1, .max = 1 << 20, .doc = "Length of each vector."},
         initializerAttr("normal")},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        if (!isInteger(c.in().dtype()))
            return {b.fail(phrase("Layers", "expects whole numbers, got %1").with({c.in().type().text()}),
                           phrase("Layers", "Insert a Cast layer, or a Dense layer for measured values."))};
        const int64_t rows = c.attrs.integer("vocabulary"), units = c.attrs.integer("units");
        const Value table = b.parameter("weight", {rows, units}, c.attrs.string("initializer"), rows, units);
        return {b.op("embedding", {table, layers::cast(c.in(), DType::I64)})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::i64({2, 3})}, {{"vocabulary", 5}, {"units", 4}}},
                {{{DType::U8, {4}}}, {{"vocabulary", 3}, {"units", 2}, {"initializer", "xavier_uniform"}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3})},
                 {{"vocabulary", 5}, {"units", 4}},
                 "expects whole numbers, got f32[2, 3]. Insert a Cast layer, or a Dense layer for measured values."}};
    },
};

} // namespace ds
