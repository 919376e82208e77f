// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/recurrent_common.h"

namespace ds {

extern const OpSpec op_lstm_grad = {
    .name = "lstm_grad",
    .category = "nn",
    .doc = "Gradients of lstm by backpropagation through time. y and the tape say all there is to know of each step; they count as "
           "functions of the other inputs, so nothing flows into them. Gradients of absent inputs are those of zeros in their place.",
    .inputs = ops::recurrentGradInputs(ops::lstmKind),
    .outputs = ops::recurrentGradOutputs(ops::lstmKind),
    .attributes = ops::recurrentAttributes(),
    .infer = [](const InferCall& c) -> Inferred { return ops::inferRecurrentGrad(c, ops::lstmKind); },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values { return ops::recurrentGradDecompose(b, c, ops::lstmKind); },
    .samples = [](Rng& rng) -> std::vector<Sample> { return ops::recurrentGradSamples(rng, ops::lstmKind); },
    .badSamples = []() -> std::vector<BadSample> { return ops::recurrentGradBadSamples(ops::lstmKind); },
    .precision = Precision::Low,
    .flops = [](const Attrs&, const std::vector<TensorType>& in,
                const std::vector<TensorType>&) { return 2 * ops::recurrentFlops(in, ops::lstmKind); },
};

} // namespace ds
