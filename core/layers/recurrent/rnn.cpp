// SPDX-License-Identifier: Apache-2.0
#include "core/layers/recurrent/common.h"

namespace ds {

extern const LayerSpec layer_rnn = {
    .name = "RNN",
    .category = "recurrent",
    .doc = "Elman network (Elman, 1990): each state is an activation of input and last state.",
    .inputs = layers::recurrentInputs(),
    .outputs = layers::recurrentOutputs(),
    .attributes =
        [] {
            std::vector<AttrSpec> attributes = layers::recurrentAttributes();
            attributes.push_back({.name = "activation",
                                  .type = AttrType::String,
                                  .fallback = std::string("tanh"),
                                  .choices = {"tanh", "relu"},
                                  .doc = "Of each step."});
            return attributes;
        }(),
    .build =
        [](LayerBuilder& b, const LayerCall& c) {
            return layers::buildRecurrent(b, c, "rnn", 1, 1, {{"activation", c.attrs.string("activation")}});
        },
    .samples = layers::recurrentSamples,
    .badSamples = layers::recurrentBadSamples,
};

} // namespace ds
