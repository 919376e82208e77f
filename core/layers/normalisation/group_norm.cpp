// SPDX-License-Identifier: Apache-2.0
#include "core/layers/normalisation/common.h"

namespace ds {

extern const LayerSpec layer_group_norm = {
    .name = "GroupNorm",
    .category = "normalisation",
    .doc = "Gives each group of channels of each sample mean 0 and variance 1, then a learned scale and offset for each channel (Wu & He, "
           "2018): works with small batches.",
    .inputs = {{"x", "[N, C] or [N, C, ...]"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "groups",
                    .type = AttrType::Int,
                    .fallback = int64_t{32},
                    .min = 1,
                    .max = 1 << 20,
                    .doc = "Parts of the channels; must divide their number."},
                   layers::epsilonAttr(1e-5),
                   layers::learnedAttr("scale", true),
                   layers::learnedAttr("bias", true)},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        if (c.in().shape().rank() < 2)
            return {b.fail(phrase("Layers", "expects an input [N, C, ...], got %1").with({c.in().shape().text()}))};
        return layers::buildChannelNorm(b, c, "group_norm", {{"groups", c.attrs.integer("groups")}});
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 4, 3})}, {{"groups", 2}}}, {{layers::f32({2, 3, 2, 2})}, {{"groups", 1}, {"bias", false}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({5})}, {}, "expects an input [N, C, ...], got [5]."},
                {{layers::f32({2, 6, 3})},
                 {{"groups", 4}},
                 "6 channels cannot be split into 4 groups. Use a divisor of the number of channels."}};
    },
};

} // namespace ds
