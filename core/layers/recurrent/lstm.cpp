// SPDX-License-Identifier: Apache-2.0
#include "core/layers/recurrent/common.h"

namespace ds {

extern const LayerSpec layer_lstm = {
    .name = "LSTM",
    .category = "recurrent",
    .doc = "Long short-term memory (Hochreiter & Schmidhuber, 1997): gates decide what the state keeps, so that it lasts for hundreds of "
           "steps.",
    .inputs = layers::recurrentInputs(),
    .outputs = layers::recurrentOutputs(),
    .attributes = layers::recurrentAttributes("forget_gate"),
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildRecurrent(b, c, "lstm", 4, 2); },
    .samples = layers::recurrentSamples,
    .badSamples = layers::recurrentBadSamples,
};

} // namespace ds
