// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/recurrent_common.h"

namespace ds {

extern const OpSpec op_gru_grad = {
    .name = "gru_grad",
    .category = "nn",
    .doc = "Gradients of gru by backpropagation through time. y and the tape say all there is to know of each step; they count as "
           "functions of the other inputs, so nothing flows into them. Gradients of absent inputs are those of zeros in their place.",
    .inputs = ops::recurrentGradInputs(ops::gruKind),
    .outputs = ops::recurrentGradOutputs(ops::gruKind),
    .attributes = ops::recurrentAttributes(),
    .infer = [](const InferCall& c) -> Inferred { return ops::inferRecurrentGrad(c, ops::gruKind); },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values { return ops::recurrentGradDecompose(b, c, ops::gruKind); },
    .samples = [](Rng& rng) -> std::vector<Sample> { return ops::recurrentGradSamples(rng, ops::gruKind); },
    .badSamples = []() -> std::vector<BadSample> { return ops::recurrentGradBadSamples(ops::gruKind); },
    .precision = Precision::Low,
    .flops = [](const Attrs&, const std::vector<TensorType>& in,
                const std::vector<TensorType>&) { return 2 * ops::recurrentFlops(in, ops::gruKind); },
};

} // namespace ds
