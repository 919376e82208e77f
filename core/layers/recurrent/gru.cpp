// SPDX-License-Identifier: Apache-2.0
#include "core/layers/recurrent/common.h"

namespace ds {

extern const LayerSpec layer_gru = {
    .name = "GRU",
    .category = "recurrent",
    .doc = "Gated recurrent unit (Cho et al., 2014): much like LSTM with a quarter less work.",
    .inputs = layers::recurrentInputs(),
    .outputs = layers::recurrentOutputs(),
    .attributes = layers::recurrentAttributes(),
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildRecurrent(b, c, "gru", 3, 1); },
    .samples = layers::recurrentSamples,
    .badSamples = layers::recurrentBadSamples,
};

} // namespace ds
