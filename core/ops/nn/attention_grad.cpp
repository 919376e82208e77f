// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/graph/autodiff.h"
#include "core/graph/op_set.h"
#include "core/ops/nn/attention_common.h"

namespace ds {

extern const OpSpec op_attention_grad = {
    .name = "attention_grad",
    .category = "nn",
    .doc =
        "Gradients of attention in q, k and v. With the probabilities p and dp = grad v^T: dv = p^T grad, ds = p * (dp - rows' sum of out "
        "* "
        "grad), dq = ds k * scale, dk = ds^T q * scale (Dao et al., \"FlashAttention\", 2022, appendix B). out is attention's output: it "
        "saves its computation and counts as a function of the other inputs, so nothing flows into it.",
    .inputs = {{"q", "[N, H, T, D]"},
               {"k", "[N, Hkv, S, D]"},
               {"v", "[N, Hkv, S, Dv]"},
               {"mask", "as given to attention", PortKind::Optional, true},
               {"lengths", "as given to attention", PortKind::Optional},
               {"out", "[N, H, T, Dv], from attention"},
               {"grad", "[N, H, T, Dv]"}},
    .outputs = {{"dq"}, {"dk"}, {"dv"}},
    .attributes = ops::attentionAttributes(),
    .infer = [](const InferCall& c) -> Inferred {
        const TensorType y = DS_TRY(ops::attentionType(c));
        for (int i : {5, 6})
            if (c.in(i) != y)
                return Error{phrase("Ops", "the output and its gradient have to be %1, got %2").with({y.text(), c.in(i).text()}), "", ""};
        return std::vector{c.in(0), c.in(1), c.in(2)};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        Values grads = gradientByDecomposition(b, *b.graph().ops().find("attention"), {c.in(0), c.in(1), c.in(2), c.in(3), c.in(4)},
                                               c.attrs, {c.in(6)});
        grads.resize(3);
        return grads;
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        const auto sample = [&](std::vector<Tensor> inputs, bool causal, const char* note) {
            inputs.resize(5);
            const Tensor y = ops::plainAttention(inputs, 1 / std::sqrt(static_cast<double>(inputs[0].shape()[3])), causal);
            inputs.push_back(y);
            inputs.push_back(r(y.shape()));
            return Sample{inputs, {{"causal", causal}}, note};
        };
        return {
            sample({r({1, 2, 3, 2}), r({1, 2, 3, 2}), r({1, 2, 3, 3})}, false, "plain"),
            sample({r({1, 2, 3, 2}), r({1, 1, 2, 2}), r({1, 1, 2, 2})}, true, "grouped, causal, the first query sees nothing"),
            sample({r({1, 1, 2, 2}), r({1, 1, 2, 2}), r({1, 1, 2, 2}), r({2, 2})}, false, "additive mask"),
            sample({r({2, 1, 2, 2}), r({2, 1, 3, 2}), r({2, 1, 3, 2}), Tensor::of({2, 3}, {1, 0, 1, 0, 1, 1}, DType::Bool),
                    Tensor::of({2}, {2, 3}, DType::I64)},
                   false, "bool mask, lengths"),
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        const TensorType x{DType::F32, {1, 2, 3, 4}}, none{DType::F32, {3, 3}}, lengths{DType::I64, {1}}, wrong{DType::F32, {1, 2, 3, 5}};
        return {{{x, x, x, none, lengths, x, wrong},
                 {},
                 "attention_grad: the output and its gradient have to be f32[1, 2, 3, 4], got f32[1, 2, 3, 5]."}};
    },
    .random = true,
    .precision = Precision::Low,
    .flops =
        [](const Attrs&, const std::vector<TensorType>& in, const std::vector<TensorType>&) {
            const double scores = static_cast<double>(in[0].shape.count(0, 3)) * static_cast<double>(in[1].shape[2]);
            return 2 * scores * static_cast<double>(3 * in[0].shape[3] + 2 * in[2].shape[3]);
        },
};

} // namespace ds
