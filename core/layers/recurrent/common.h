// SPDX-License-Identifier: Apache-2.0
// What RNN, LSTM and GRU share.
#pragma once

#include "core/layers/common.h"

namespace ds::layers {

std::vector<Port> recurrentInputs();
std::vector<Port> recurrentOutputs();
/// biasInitializer: of the offsets that go with the input; those that go with the state begin at 0.
std::vector<AttrSpec> recurrentAttributes(const char* biasInitializer = "zeros");
/// `op` is "rnn", "lstm" or "gru", with so many gates and states; `attrs` are the op's own. Parameters are named
/// "l0.input.weight", "l0.recurrent.bias", "l0_reverse...." and so on, [gates * units, ...] in PyTorch's order of gates.
Values buildRecurrent(LayerBuilder& b, const LayerCall& c, std::string_view op, int gates, int states, Attrs attrs = {});
std::vector<LayerSample> recurrentSamples();
std::vector<BadLayerSample> recurrentBadSamples();

} // namespace ds::layers
