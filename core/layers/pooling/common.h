// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/layers/convolution/common.h"

namespace ds::layers {

std::vector<AttrSpec> poolAttributes();
/// op: "max_pool" or "avg_pool".
Values buildPool(LayerBuilder& b, const LayerCall& c, std::string_view op, int dimensions);

/// Over all spatial dimensions; op: "mean" or "reduce_max".
std::vector<AttrSpec> globalPoolAttributes();
Values buildGlobalPool(LayerBuilder& b, const LayerCall& c, std::string_view op);
std::vector<LayerSample> globalPoolSamples();
std::vector<BadLayerSample> globalPoolBadSamples();

/// op: "adaptive_avg_pool" or "adaptive_max_pool".
std::vector<AttrSpec> adaptivePoolAttributes();
Values buildAdaptivePool(LayerBuilder& b, const LayerCall& c, std::string_view op);
std::vector<LayerSample> adaptivePoolSamples();
std::vector<BadLayerSample> adaptivePoolBadSamples();

} // namespace ds::layers
