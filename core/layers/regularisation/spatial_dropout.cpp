// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_spatial_dropout = {
    .name = "SpatialDropout",
    .category = "regularisation",
    .doc = "In training drops whole channels, since neighbouring positions tell the same (Tompson et al., 2015); else passes through.",
    .inputs = {{"x", "[N, C, ...]"}},
    .outputs = {{"y"}},
    .attributes = {layers::rateAttr("rate", 0.2, "Share of channels that are dropped.")},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape();
        if (x.rank() < 3)
            return {b.fail(phrase("Layers", "expects an input [N, C, ...], got %1").with({x.text()}),
                           phrase("Layers", "Use a Dropout layer."))};
        if (!b.training() || c.attrs.number("rate") == 0) return {c.in()};
        Shape channels{x[0], x[1]};
        while (channels.rank() < x.rank()) channels.push_back(1);
        const Value keep =
            b.op("dropout", {b.graph().full(1, channels, c.in().dtype())}, {{"rate", c.attrs.number("rate")}, {"stream", b.stream()}});
        return {c.in() * keep};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3, 4})}}, {{layers::f32({2, 3, 2, 2})}, {{"rate", 0.5}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3})}, {}, "expects an input [N, C, ...], got [2, 3]. Use a Dropout layer."}};
    },
};

} // namespace ds
