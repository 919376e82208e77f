// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_gaussian_noise = {
    .name = "GaussianNoise",
    .category = "regularisation",
    .doc = "In training adds independent normal noise; else passes through.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "deviation", .type = AttrType::Float, .fallback = 0.1, .min = 0, .max = 1e6, .doc = "Standard deviation."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        if (!layers::expectsReal(b, c.in().type())) return {{}};
        if (!b.training() || c.attrs.number("deviation") == 0) return {c.in()};
        return {c.in() + b.op("random_normal", {},
                              {{"shape", c.in().shape().vector()},
                               {"std", c.attrs.number("deviation")},
                               {"stream", b.stream()},
                               {"dtype", dtypeName(c.in().dtype())}})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({3, 4})}}, {{layers::f32({2, 3, 4})}, {{"deviation", 1.5}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::i64({4})},
                 {},
                 "expects floating-point numbers, got i64[4]. Insert a Cast layer, or an Embedding layer for numbers of words."}};
    },
};

} // namespace ds
