// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"
#include "core/layers/convolution/residual.h"

namespace ds {

extern const LayerSpec layer_residual_block = {
    .name = "ResidualBlock",
    .category = "convolution",
    .doc = "Two 3x3 convolutions with batch norm around which the input is added (He et al., 2016): the block of ResNet-18 and -34.",
    .inputs = {{"x", "[N, C, H, W]"}},
    .outputs = {{"y", "[N, filters, H / stride, W / stride]"}},
    .attributes = {{.name = "filters", .type = AttrType::Int, .required = true, .min = 1, .max = 1 << 20, .doc = "Output channels."},
                   layers::strideAttr()},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const int64_t filters = c.attrs.integer("filters");
        return layers::buildResidual(b, c, {{filters, 3, c.attrs.integer("stride"), true}, {filters, 3, 1, false}});
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3, 4, 4})}, {{"filters", 3}}}, {{layers::f32({2, 2, 5, 5})}, {{"filters", 3}, {"stride", 2}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({4, 5})}, {{"filters", 3}}, "expects a 4-D input [N, C, H, W], got [4, 5]."}};
    },
};

} // namespace ds
