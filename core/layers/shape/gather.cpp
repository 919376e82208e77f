// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_gather = {
    .name = "Gather",
    .category = "shape",
    .doc = "For each sample the entries along its first dimension that its indices name: the step at which a text ends, for instance. An "
           "index out of range ends the run.",
    .inputs = {{"x", "[N, S, ...]"}, {"indices", "whole numbers, [N] or [N, K]"}},
    .outputs = {{"y", "[N, ...] or [N, K, ...]"}},
    .attributes = {},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape(), indices = c.in(1).shape();
        if (x.rank() < 2) return {b.fail(phrase("Layers", "expects an input [N, S, ...], got %1").with({x.text()}))};
        if (indices.rank() < 1 || indices.rank() > 2 || indices[0] != x[0])
            return {b.fail(phrase("Layers", "expects indices [%1] or [%2, K], got %3")
                               .with({std::to_string(x[0]), std::to_string(x[0]), indices.text()}))};
        const Value whole = layers::wholeNumbers(b, c.in(1), "indices");
        if (!whole) return {{}};
        Shape column{x[0], indices.rank() == 2 ? indices[1] : 1}, picked = column;
        for (int axis = 2; axis < x.rank(); ++axis) column.push_back(1), picked.push_back(x[axis]);
        const Value y = b.op("gather_elements", {c.in(), expandTo(reshape(whole, column), picked)}, {{"axis", 1}});
        if (indices.rank() == 1) picked.erase(1);
        return {reshape(y, picked)};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3, 4}), layers::i64({2})}},
                {{layers::f32({2, 4}), layers::i64({2, 3})}},
                {{layers::f32({2, 3, 2, 2}), {DType::U8, {2, 5}}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2}), layers::i64({2})}, {}, "expects an input [N, S, ...], got [2]."},
                {{layers::f32({2, 3}), layers::i64({3})}, {}, "expects indices [2] or [2, K], got [3]."},
                {{layers::f32({2, 3}), layers::f32({2})}, {}, "expects indices that are whole numbers, got f32[2]. Insert a Cast layer."}};
    },
};

} // namespace ds
