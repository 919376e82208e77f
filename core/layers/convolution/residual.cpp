// SPDX-License-Identifier: Apache-2.0
#include "core/layers/convolution/residual.h"

#include "core/layers/convolution/common.h"

namespace ds::layers {

namespace {

Value convolution(LayerBuilder& b, const std::string& suffix, Value x, const BlockConv& conv)
{
    const Attrs attrs{{"filters", conv.filters},
                      {"kernel", conv.kernel},
                      {"stride", conv.stride},
                      {"padding", std::to_string(conv.kernel / 2)},
                      {"bias", false}};
    const Value y = b.layer("Conv2d", "conv" + suffix, {x}, attrs).front();
    if (b.failed()) return {};
    return b.layer("BatchNorm", "bn" + suffix, {y}).front();
}

} // namespace

AttrSpec strideAttr()
{
    return {.name = "stride",
            .type = AttrType::Int,
            .fallback = int64_t{1},
            .min = 1,
            .max = 64,
            .unit = "px",
            .doc = "Step of the 3x3 window: 2 halves the size."};
}

Values buildResidual(LayerBuilder& b, const LayerCall& c, const std::vector<BlockConv>& convs)
{
    if (!expectsImage(b, c.in().shape(), 2)) return {{}};
    Value y = c.in();
    int64_t stride = 1;
    for (std::size_t i = 0; i < convs.size() && !b.failed(); ++i) {
        y = convolution(b, std::to_string(i + 1), y, convs[i]);
        if (convs[i].relu && y) y = b.op("relu", {y});
        stride *= convs[i].stride;
    }
    if (b.failed()) return {{}};
    Value shortcut = c.in();
    if (y.shape() != shortcut.shape()) shortcut = convolution(b, "_shortcut", shortcut, {convs.back().filters, 1, stride, false});
    if (b.failed()) return {{}};
    return {b.op("relu", {y + shortcut})};
}

} // namespace ds::layers
