// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_stochastic_depth = {
    .name = "StochasticDepth",
    .category = "regularisation",
    .doc =
        "In training sets all of a sample to 0 at random and scales the others up (Huang et al., 2016); else passes through. It stands at "
        "the end of a residual branch, before the Add.",
    .inputs = {{"x", "[N, ...]"}},
    .outputs = {{"y"}},
    .attributes = {layers::rateAttr("rate", 0.1, "Share of samples for which the branch is dropped.")},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape();
        if (x.rank() < 1) return {b.fail(phrase("Layers", "expects a batch, got one number"))};
        if (!b.training() || c.attrs.number("rate") == 0) return {c.in()};
        Shape samples{x[0]};
        while (samples.rank() < x.rank()) samples.push_back(1);
        const Value keep =
            b.op("dropout", {b.graph().full(1, samples, c.in().dtype())}, {{"rate", c.attrs.number("rate")}, {"stream", b.stream()}});
        return {c.in() * keep};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({5, 2})}, {{"rate", 0.5}}}, {{layers::f32({2, 3, 2, 2})}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({})}, {}, "expects a batch, got one number."}};
    },
};

} // namespace ds
