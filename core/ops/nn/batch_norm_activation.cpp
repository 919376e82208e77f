// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/norm_common.h"

namespace ds {

extern const OpSpec op_batch_norm_activation = {
    .name = "batch_norm_activation",
    .category = "nn",
    .doc = "activation(batch_norm(x, scale, bias) + residual): what the fusion pass makes of a batch normalisation, the sum and the "
           "activation behind it.",
    .inputs = {{"x", "[N, C, ...]"},
               {"scale", "[C]", PortKind::Required, true},
               {"bias", "[C]", PortKind::Required, true},
               {"residual", "as x", PortKind::Optional}},
    .outputs = {{"y", "as x"}, {"mean", "[C], of the batch"}, {"variance", "[C], biased, of the batch"}},
    .attributes = ops::normAttributes({ops::fusedActivation()}),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 2));
        DS_TRY(ops::checkVectors(c, 1, {"scale", "bias"}, {c.shape(0)[1]}));
        if (c.has(3) && c.in(3) != c.in(0))
            return Error{phrase("Ops", "the residual %1 has to be of the input's type %2").with({c.in(3).text(), c.in(0).text()}), "", ""};
        return std::vector{c.in(0), c.in(1), c.in(1)};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        Values outputs = b.ops("batch_norm", {c.in(0), c.in(1), c.in(2)}, {{"epsilon", c.attrs.number("epsilon")}});
        if (c.in(3)) outputs[0] = outputs[0] + c.in(3);
        outputs[0] = ops::call("relu", {outputs[0]});
        return outputs;
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{r({3, 2}), r({2}), r({2})}, {}, "[N, C]"},
                {{r({2, 3, 4}), r({3}), r({3}), r({2, 3, 4})}, {{"epsilon", 0.1}}, "with a residual"},
                {{r({2, 2, 3, 2}), r({2}), r({2})}, {}, "2-D"}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {ops::f32s({{4, 3, 5}, {3}, {1}}), {}, "batch_norm_activation: the bias f32[1] has to be f32[3] for the input f32[4, 3, 5]."},
            {ops::f32s({{4, 3, 5}, {3}, {3}, {4, 3, 1}}),
             {},
             "batch_norm_activation: the residual f32[4, 3, 1] has to be of the input's type f32[4, 3, 5]."}};
    },
    .inPlace = {{0, 3}},
};

} // namespace ds
