// SPDX-License-Identifier: Apache-2.0
#include "core/layers/normalisation/common.h"

namespace ds {

extern const LayerSpec layer_instance_norm = {
    .name = "InstanceNorm",
    .category = "normalisation",
    .doc = "Gives each channel of each sample mean 0 and variance 1 (Ulyanov et al., 2016): for the transfer of styles.",
    .inputs = {{"x", "[N, C, ...]"}},
    .outputs = {{"y"}},
    .attributes = {layers::epsilonAttr(1e-5), layers::learnedAttr("scale", false), layers::learnedAttr("bias", false)},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        if (!layers::expectsSpatial(b, c.in().shape())) return {{}};
        return layers::buildChannelNorm(b, c, "instance_norm", {});
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3, 4})}}, {{layers::f32({2, 3, 2, 2})}, {{"scale", true}, {"bias", true}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3})},
                 {},
                 "expects an input [N, C, ...] with 1 to 3 spatial dimensions, got [2, 3]. Insert a Reshape layer, or leave this layer "
                 "out."}};
    },
};

} // namespace ds
