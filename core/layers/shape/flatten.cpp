// SPDX-License-Identifier: Apache-2.0
#include "core/layers/layer.h"

namespace ds {

extern const LayerSpec layer_flatten = {
    .name = "Flatten",
    .category = "shape",
    .doc = "All dimensions but the first become one.",
    .inputs = {{"x"}},
    .outputs = {{"y", "[N, features]"}},
    .attributes = {},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape& x = c.in().shape();
        if (x.rank() < 1) return {b.fail(phrase("Layers", "expects a batch, got one number"))};
        return {reshape(c.in(), {x[0], x.count(1, x.rank())})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{{DType::F32, {2, 3, 4, 5}}}}};
    },
};

} // namespace ds
