// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/norm_common.h"

namespace ds {

extern const OpSpec op_batch_norm_activation_grad = {
    .name = "batch_norm_activation_grad",
    .category = "nn",
    .doc = "Gradient of batch_norm_activation without a residual by way of y: batch_norm_grad with the gradient where batch_norm's result "
           "is positive, else 0. Where that is follows from x, so that y need not be kept.",
    .inputs = {{"x", "[N, C, ...]"},
               {"scale", "[C]", PortKind::Required, true},
               {"bias", "[C]", PortKind::Required, true},
               {"mean", "[C], from batch_norm_activation", PortKind::Required, true},
               {"variance", "[C], from batch_norm_activation", PortKind::Required, true},
               {"grad", "as x"}},
    .outputs = {{"dx"}, {"dscale"}, {"dbias"}},
    .attributes = ops::normAttributes({ops::fusedActivation()}),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 2));
        DS_TRY(ops::checkVectors(c, 1, {"scale", "bias", "mean", "variance"}, {c.shape(0)[1]}));
        DS_TRY(ops::checkGradient(c, 5));
        return std::vector{c.in(0), c.in(1), c.in(1)};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        const Attrs attrs{{"epsilon", c.attrs.number("epsilon")}};
        const Value normalised = b.op("batch_norm_inference", {c.in(0), c.in(1), c.in(2), c.in(3), c.in(4)}, attrs);
        return b.ops("batch_norm_grad", {c.in(0), c.in(1), c.in(3), c.in(4), ops::call("relu_grad", {normalised, c.in(5)})}, attrs);
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        std::vector<Sample> samples;
        for (const Shape& shape : {Shape{3, 2}, Shape{2, 3, 2}, Shape{2, 1, 1, 3}}) {
            const Tensor x = ops::randomTensor(rng, shape);
            Tensor mean, variance;
            ops::batchStatistics(x, mean, variance);
            samples.push_back(
                {{x, ops::randomTensor(rng, {shape[1]}), ops::randomTensor(rng, {shape[1]}), mean, variance, ops::randomTensor(rng, shape)},
                 {{"epsilon", 1e-2}}});
        }
        return samples;
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{4, 3}, {3}, {3}, {3}, {2}, {4, 3}}),
                 {},
                 "batch_norm_activation_grad: the variance f32[2] has to be f32[3] for the input f32[4, 3]."}};
    },
    .inPlace = {{0, 5}, {0, 0}},
};

} // namespace ds
