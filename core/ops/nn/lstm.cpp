// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/recurrent_common.h"

namespace ds {

namespace {

Values step(GraphBuilder& b, const Attrs&, Value input, Value recurrent, const Values& states)
{
    const Value gates = input + recurrent;
    const int64_t hidden = states[0].shape()[1];
    const auto gate = [&](const char* activation, int index) { return b.op(activation, {ops::gateOf(gates, index, hidden)}); };
    const Value i = gate("sigmoid", 0), f = gate("sigmoid", 1), g = gate("tanh", 2), o = gate("sigmoid", 3);
    const Value c = f * states[1] + i * g;
    return {o * b.op("tanh", {c}), c, b.op("concat", {i, f, g, o, c}, {{"axis", 1}})};
}

} // namespace

extern const OpSpec op_lstm = {
    .name = "lstm",
    .category = "nn",
    .doc = "Long short-term memory (Hochreiter & Schmidhuber, 1997, with the forget gate of Gers et al., 2000), one layer, one direction. "
           "Gates in "
           "PyTorch's order i, f, g, o, each w_ih x + b_ih + w_hh h + b_hh: c = sigmoid(f) * c + sigmoid(i) * tanh(g), h = sigmoid(o) * "
           "tanh(c). The tape holds i, f, g, o and c of each step.",
    .inputs = ops::recurrentInputs(ops::lstmKind),
    .outputs = ops::recurrentOutputs(ops::lstmKind),
    .attributes = ops::recurrentAttributes(),
    .infer = [](const InferCall& c) -> Inferred { return ops::inferRecurrent(c, ops::lstmKind); },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values { return ops::unroll(b, c, ops::lstmKind, step); },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values { return ops::recurrentVjp(b, c, ops::lstmKind); },
    .samples = [](Rng& rng) -> std::vector<Sample> { return ops::recurrentSamples(rng, ops::lstmKind); },
    .badSamples = []() -> std::vector<BadSample> { return ops::recurrentBadSamples(ops::lstmKind); },
    .precision = Precision::Low,
    .flops = [](const Attrs&, const std::vector<TensorType>& in,
                const std::vector<TensorType>&) { return ops::recurrentFlops(in, ops::lstmKind); },
};

} // namespace ds
