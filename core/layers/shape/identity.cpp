// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_identity = {
    .name = "Identity",
    .category = "shape",
    .doc = "Gives what it gets: a name for a place.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        (void)b;
        return {c.in()};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3})}}, {{layers::i64({2})}}};
    },
};

} // namespace ds
