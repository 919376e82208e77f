// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/recurrent_common.h"

namespace ds {

namespace {

Values step(GraphBuilder& b, const Attrs&, Value input, Value recurrent, const Values& states)
{
    const Value h = states[0];
    const int64_t hidden = h.shape()[1];
    const auto in = [&](int index) { return ops::gateOf(input, index, hidden); };
    const auto rec = [&](int index) { return ops::gateOf(recurrent, index, hidden); };
    const Value r = b.op("sigmoid", {in(0) + rec(0)}), z = b.op("sigmoid", {in(1) + rec(1)}), other = rec(2);
    const Value n = b.op("tanh", {in(2) + r * other});
    return {n + z * (h - n), b.op("concat", {r, z, n, other}, {{"axis", 1}})};
}

} // namespace

extern const OpSpec op_gru = {
    .name = "gru",
    .category = "nn",
    .doc = "Gated recurrent unit (Cho et al., 2014), one layer, one direction. Gates in PyTorch's order r, z, n: r and z = sigmoid(w_ih x "
           "+ b_ih + w_hh "
           "h + b_hh), n = tanh(w_ih x + b_ih + r * (w_hh h + b_hh)), h = (1 - z) * n + z * h. The tape holds "
           "r, z, n and w_hh h + b_hh of n for each step.",
    .inputs = ops::recurrentInputs(ops::gruKind),
    .outputs = ops::recurrentOutputs(ops::gruKind),
    .attributes = ops::recurrentAttributes(),
    .infer = [](const InferCall& c) -> Inferred { return ops::inferRecurrent(c, ops::gruKind); },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values { return ops::unroll(b, c, ops::gruKind, step); },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values { return ops::recurrentVjp(b, c, ops::gruKind); },
    .samples = [](Rng& rng) -> std::vector<Sample> { return ops::recurrentSamples(rng, ops::gruKind); },
    .badSamples = []() -> std::vector<BadSample> { return ops::recurrentBadSamples(ops::gruKind); },
    .precision = Precision::Low,
    .flops = [](const Attrs&, const std::vector<TensorType>& in,
                const std::vector<TensorType>&) { return ops::recurrentFlops(in, ops::gruKind); },
};

} // namespace ds
