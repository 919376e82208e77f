// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_matmul = {
    .name = "MatMul",
    .category = "shape",
    .doc = "Matrix product of the last two dimensions of its inputs; the others are batches.",
    .inputs = {{"a"}, {"b"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "transpose_a", .type = AttrType::Bool, .fallback = false, .doc = "Swap the last two dimensions of a first."},
                   {.name = "transpose_b", .type = AttrType::Bool, .fallback = false, .doc = "Swap the last two dimensions of b first."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        for (const Value& x : c.inputs)
            if (x.shape().rank() < 3)
                return {b.fail(phrase("Layers", "expects inputs [N, rows, columns], got %1").with({x.shape().text()}),
                               phrase("Layers", "Use a Dense layer for learned weights."))};
        return {b.op("matmul", c.inputs, c.attrs)};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3, 4}), layers::f32({2, 4, 2})}},
                {{layers::f32({2, 3, 4}), layers::f32({2, 2, 4})}, {{"transpose_b", true}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3}), layers::f32({3, 3})},
                 {},
                 "expects inputs [N, rows, columns], got [2, 3]. Use a Dense layer for learned weights."},
                {{layers::f32({2, 3, 4}), layers::f32({2, 3, 4})},
                 {},
                 "the inner sizes differ: 4 columns of f32[2, 3, 4] against 3 rows of f32[2, 3, 4]."}};
    },
};

} // namespace ds
