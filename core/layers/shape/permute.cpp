// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_permute = {
    .name = "Permute",
    .category = "shape",
    .doc = "Reorders the dimensions of each sample.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "order",
                    .type = AttrType::Ints,
                    .required = true,
                    .min = 1,
                    .max = 7,
                    .doc = "Each dimension but the batch once, counted from 1: [2, 1] swaps those of [N, T, C]."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape();
        const Ints& order = c.attrs.ints("order");
        Ints full{0}, sorted = order;
        full.insert(full.end(), order.begin(), order.end());
        std::sort(sorted.begin(), sorted.end());
        bool each = static_cast<int>(full.size()) == x.rank();
        for (std::size_t i = 0; each && i < sorted.size(); ++i) each = sorted[i] == static_cast<int64_t>(i) + 1;
        if (!each)
            return {b.fail(
                phrase("Layers", "the order %1 does not name each dimension of %2 but the batch once").with({attrText(order), x.text()}),
                phrase("Layers", "They are counted from 1."))};
        return {transpose(c.in(), full)};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3, 4})}, {{"order", Ints{2, 1}}}}, {{layers::f32({2, 3, 4, 5})}, {{"order", Ints{3, 1, 2}}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3, 4})},
                 {{"order", Ints{1, 1}}},
                 "the order [1, 1] does not name each dimension of [2, 3, 4] but the batch once. They are counted from 1."}};
    },
};

} // namespace ds
