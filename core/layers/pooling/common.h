// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/layers/convolution/common.h"

namespace ds::layers {

std::vector<AttrSpec> poolAttributes();
/// op: "max_pool" or "avg_pool".
Values buildPool(LayerBuilder& b, const LayerCall& c, std::string_view op, int dimensions);

} // namespace ds::layers
