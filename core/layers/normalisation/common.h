// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/layers/common.h"

namespace ds::layers {

/// Whether there is a learned "scale" or "bias".
AttrSpec learnedAttr(std::string_view name, bool fallback);
/// Over the dimensions from the attribute `axis` on; op: "layer_norm" or "rms_norm", which knows no bias.
Values buildTailNorm(LayerBuilder& b, const LayerCall& c, std::string_view op);
std::vector<BadLayerSample> tailNormBadSamples();
/// With one scale and bias for each channel; `attrs` are those of the op beside epsilon.
Values buildChannelNorm(LayerBuilder& b, const LayerCall& c, std::string_view op, Attrs attrs);

} // namespace ds::layers
