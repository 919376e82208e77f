// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/recurrent_common.h"

namespace ds {

extern const OpSpec op_rnn_grad = {
    .name = "rnn_grad",
    .category = "nn",
    .doc = "Gradients of rnn by backpropagation through time. y says all there is to know of each step; it counts as a function of the "
           "other inputs, so nothing flows into it. Gradients of absent inputs are those of zeros in their place.",
    .inputs = ops::recurrentGradInputs(ops::rnnKind),
    .outputs = ops::recurrentGradOutputs(ops::rnnKind),
    .attributes = ops::recurrentAttributes({{.name = "activation",
                                             .type = AttrType::String,
                                             .fallback = std::string("tanh"),
                                             .choices = {"tanh", "relu"},
                                             .doc = "Of each step."}}),
    .infer = [](const InferCall& c) -> Inferred { return ops::inferRecurrentGrad(c, ops::rnnKind); },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values { return ops::recurrentGradDecompose(b, c, ops::rnnKind); },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        std::vector<Sample> samples = ops::recurrentGradSamples(rng, ops::rnnKind, {{"activation", "tanh"}});
        samples.push_back(ops::recurrentGradSamples(rng, ops::rnnKind, {{"activation", "relu"}}).front());
        return samples;
    },
    .badSamples = []() -> std::vector<BadSample> { return ops::recurrentGradBadSamples(ops::rnnKind); },
    .precision = Precision::Low,
    .flops = [](const Attrs&, const std::vector<TensorType>& in,
                const std::vector<TensorType>&) { return 2 * ops::recurrentFlops(in, ops::rnnKind); },
};

} // namespace ds
