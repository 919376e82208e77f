// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/recurrent_common.h"

namespace ds {

namespace {

Values step(GraphBuilder& b, const Attrs& attrs, Value input, Value recurrent, const Values&)
{
    return {b.op(attrs.string("activation"), {input + recurrent})};
}

} // namespace

extern const OpSpec op_rnn = {
    .name = "rnn",
    .category = "nn",
    .doc = "Elman network (Elman, 1990), one layer, one direction: h = activation(w_ih x + b_ih + w_hh h + b_hh).",
    .inputs = ops::recurrentInputs(ops::rnnKind),
    .outputs = ops::recurrentOutputs(ops::rnnKind),
    .attributes = ops::recurrentAttributes({{.name = "activation",
                                             .type = AttrType::String,
                                             .fallback = std::string("tanh"),
                                             .choices = {"tanh", "relu"},
                                             .doc = "Of each step."}}),
    .infer = [](const InferCall& c) -> Inferred { return ops::inferRecurrent(c, ops::rnnKind); },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values { return ops::unroll(b, c, ops::rnnKind, step); },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values { return ops::recurrentVjp(b, c, ops::rnnKind); },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        std::vector<Sample> samples = ops::recurrentSamples(rng, ops::rnnKind, {{"activation", "tanh"}});
        samples.push_back(ops::recurrentSamples(rng, ops::rnnKind, {{"activation", "relu"}}).front());
        return samples;
    },
    .badSamples = []() -> std::vector<BadSample> { return ops::recurrentBadSamples(ops::rnnKind); },
    .precision = Precision::Low,
    .flops = [](const Attrs&, const std::vector<TensorType>& in,
                const std::vector<TensorType>&) { return ops::recurrentFlops(in, ops::rnnKind); },
};

} // namespace ds
