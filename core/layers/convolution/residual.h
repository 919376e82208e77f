// SPDX-License-Identifier: Apache-2.0
// What the two residual blocks of ResNet share (He et al., 2016).
#pragma once

#include "core/layers/layer.h"

namespace ds::layers {

/// One convolution of a block, its batch norm, and perhaps a ReLU.
struct BlockConv {
    int64_t filters, kernel, stride;
    bool relu;
};

/// The convolutions one after the other, plus the input (projected by a 1x1 convolution where the shapes differ), ReLU.
Values buildResidual(LayerBuilder& b, const LayerCall& c, const std::vector<BlockConv>& convs);
AttrSpec strideAttr();

} // namespace ds::layers
