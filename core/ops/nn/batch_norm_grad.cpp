// SPDX-License-Identifier: Apache-2.0
#include "core/graph/autodiff.h"
#include "core/graph/op_set.h"
#include "core/ops/nn/norm_common.h"

namespace ds {

extern const OpSpec op_batch_norm_grad = {
    .name = "batch_norm_grad",
    .category = "nn",
    .doc =
        "Gradient of batch_norm by way of y. With n = (x - mean) / sqrt(variance + epsilon): dbias = sum grad, dscale = sum grad * n, dx = "
        "scale / sqrt(variance + epsilon) * (grad - mean(grad) - n * mean(grad * n)). mean and variance are those of x: they save their "
        "computation and count as functions of x, so nothing flows into them.",
    .inputs = {{"x", "[N, C, ...]"},
               {"scale", "[C]", PortKind::Required, true},
               {"mean", "[C], from batch_norm", PortKind::Required, true},
               {"variance", "[C], from batch_norm", PortKind::Required, true},
               {"grad", "as x"}},
    .outputs = {{"dx"}, {"dscale"}, {"dbias"}},
    .attributes = ops::normAttributes(),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 2));
        DS_TRY(ops::checkVectors(c, 1, {"scale", "mean", "variance"}, {c.shape(0)[1]}));
        DS_TRY(ops::checkGradient(c, 4));
        return std::vector{c.in(0), c.in(1), c.in(1)};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        return gradientByDecomposition(b, *b.graph().ops().find("batch_norm"), {c.in(0), c.in(1), b.zerosLike(c.in(1))}, c.attrs,
                                       {c.in(4)});
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        std::vector<Sample> samples;
        for (const Shape& shape : {Shape{3, 2}, Shape{2, 3, 2}, Shape{2, 1, 1, 3}}) {
            const Tensor x = ops::randomTensor(rng, shape);
            Tensor mean, variance;
            ops::batchStatistics(x, mean, variance);
            samples.push_back(
                {{x, ops::randomTensor(rng, {shape[1]}), mean, variance, ops::randomTensor(rng, shape)}, {{"epsilon", 1e-2}}});
        }
        return samples;
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{4, 3}, {3}, {3}, {2}, {4, 3}}),
                 {},
                 "batch_norm_grad: the variance f32[2] has to be f32[3] for the input f32[4, 3]."},
                {ops::f32s({{4, 3}, {3}, {3}, {3}, {4, 1}}),
                 {},
                 "batch_norm_grad: the gradient f32[4, 1] has to be of the input's type f32[4, 3]."}};
    },
    .inPlace = {{0, 4}, {0, 0}},
};

} // namespace ds
