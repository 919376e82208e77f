// SPDX-License-Identifier: Apache-2.0
#include "core/graph/autodiff.h"
#include "core/graph/op_set.h"
#include "core/ops/loss/cross_entropy_common.h"

namespace ds {

extern const OpSpec op_softmax_cross_entropy_grad = {
    .name = "softmax_cross_entropy_grad",
    .category = "loss",
    .doc = "Gradient of softmax_cross_entropy in the logits: grad * (softmax(logits) * sum(q * weight) - q * weight), 0 where ignored.",
    .inputs = {{"logits", "[N, C, ...]"},
               {"targets", "i64[N, ...]"},
               {"weight", "as given to softmax_cross_entropy", PortKind::Optional},
               {"grad", "[N, ...]"}},
    .outputs = {{"dlogits", "as logits"}},
    .attributes = ops::crossEntropyAttributes(),
    .infer = [](const InferCall& c) -> Inferred {
        const TensorType loss = DS_TRY(ops::crossEntropyType(c));
        if (c.in(3) != loss) return Error{phrase("Ops", "the gradient %1 has to be %2").with({c.in(3).text(), loss.text()}), "", ""};
        return std::vector{c.in(0)};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        return {
            gradientByDecomposition(b, *b.graph().ops().find("softmax_cross_entropy"), {c.in(0), c.in(1), c.in(2)}, c.attrs, {c.in(3)})[0]};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        std::vector<Sample> samples = ops::crossEntropySamples(rng);
        for (Sample& sample : samples) {
            sample.inputs.resize(3);
            sample.inputs.push_back(ops::randomTensor(rng, sample.inputs[1].shape()));
        }
        return samples;
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{{DType::F32, {4, 10}}, {DType::I64, {4}}, {DType::F32, {10}}, {DType::F32, {1}}},
                 {},
                 "softmax_cross_entropy_grad: the gradient f32[1] has to be f32[4]."}};
    },
    .precision = Precision::High,
};

} // namespace ds
