// SPDX-License-Identifier: Apache-2.0
#include "core/layers/layer.h"

namespace ds {

extern const LayerSpec layer_dropout = {
    .name = "Dropout",
    .category = "regularisation",
    .doc = "In training sets a random share of the elements to 0 and scales the rest up (Srivastava et al., 2014); else passes through.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes =
        {{.name = "rate", .type = AttrType::Float, .fallback = 0.5, .min = 0, .max = 0.999, .doc = "Share of elements that are dropped."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        if (!b.training() || c.attrs.number("rate") == 0) return {c.in()};
        return {b.op("dropout", {c.in()}, {{"rate", c.attrs.number("rate")}, {"stream", b.stream()}})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{{DType::F32, {3, 4}}}}};
    },
};

} // namespace ds
