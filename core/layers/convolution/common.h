// SPDX-License-Identifier: Apache-2.0
// What the convolution layers of one, two and three dimensions share.
#pragma once

#include "core/layers/layer.h"

namespace ds::layers {

std::vector<AttrSpec> convAttributes(int dimensions, bool transposed);
Values buildConv(LayerBuilder& b, const LayerCall& c, int dimensions);
Values buildConvTranspose(LayerBuilder& b, const LayerCall& c, int dimensions);

/// One number for all dimensions, or one for each; anything else is an error of the builder.
Ints perDimension(LayerBuilder& b, const Attrs& attrs, std::string_view name, int dimensions);

/// Padding in front and behind. "same" keeps size / stride (rounded up), the odd cell behind, as TensorFlow does.
struct Padding {
    Ints before, after;
};
Padding paddingOf(LayerBuilder& b, const LayerCall& c, const Ints& kernel, const Ints& stride, const Ints& dilation);

/// Checks [N, C, spatial...]; false after an error that says what to do.
bool expectsImage(LayerBuilder& b, const Shape& shape, int dimensions);

} // namespace ds::layers
