// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"
#include "core/layers/convolution/residual.h"

namespace ds {

extern const LayerSpec layer_bottleneck_block = {
    .name = "BottleneckBlock",
    .category = "convolution",
    .doc = "1x1, 3x3 and 1x1 convolutions with batch norm around which the input is added (He et al., 2016): the block of ResNet-50 and "
           "larger, in the form v1.5, with the stride in the 3x3 convolution.",
    .inputs = {{"x", "[N, C, H, W]"}},
    .outputs = {{"y", "[N, filters * expansion, H / stride, W / stride]"}},
    .attributes =
        {{.name = "filters", .type = AttrType::Int, .required = true, .min = 1, .max = 1 << 20, .doc = "Channels of the 3x3 convolution."},
         layers::strideAttr(),
         {.name = "expansion",
          .type = AttrType::Int,
          .fallback = int64_t{4},
          .min = 1,
          .max = 64,
          .doc = "How many times wider the output is."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const int64_t filters = c.attrs.integer("filters");
        return layers::buildResidual(
            b, c,
            {{filters, 1, 1, true}, {filters, 3, c.attrs.integer("stride"), true}, {filters * c.attrs.integer("expansion"), 1, 1, false}});
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 4, 3, 3})}, {{"filters", 2}, {"expansion", 2}}},
                {{layers::f32({2, 3, 4, 4})}, {{"filters", 1}, {"stride", 2}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({4, 28, 28})},
                 {{"filters", 3}},
                 "expects a 4-D input [N, C, H, W], got [4, 28, 28]. Insert a Reshape layer that adds the channel."}};
    },
};

} // namespace ds
