// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/norm_common.h"

namespace ds {

extern const OpSpec op_batch_norm = {
    .name = "batch_norm",
    .category = "nn",
    .doc =
        "Batch normalisation in training (Ioffe & Szegedy, 2015): y = (x - mean) / sqrt(variance + epsilon) * scale + bias with mean and "
        "biased variance of each channel over the batch and all spatial dimensions.",
    .inputs = {{"x", "[N, C, ...]"}, {"scale", "[C]", PortKind::Required, true}, {"bias", "[C]", PortKind::Required, true}},
    .outputs = {{"y", "as x"}, {"mean", "[C], of the batch"}, {"variance", "[C], biased, of the batch"}},
    .attributes = ops::normAttributes(),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 2));
        DS_TRY(ops::checkVectors(c, 1, {"scale", "bias"}, {c.shape(0)[1]}));
        return std::vector{c.in(0), c.in(1), c.in(1)};
    },
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        const Shape& x = c.in(0).shape();
        const ops::Normalised n = ops::normalise(c.in(0), ops::axesButChannels(x), c.attrs.number("epsilon"));
        return {ops::scaled(n.value, ops::perChannel(c.in(1), x), ops::perChannel(c.in(2), x)), reshape(n.mean, {x[1]}),
                reshape(n.variance, {x[1]})};
    },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        const Value x = c.in(0);
        const Shape shape = x.shape();
        Values grads(3);
        if (c.grad(0)) grads = b.ops("batch_norm_grad", {x, c.in(1), c.out(1), c.out(2), c.grad(0)}, c.attrs);
        const double count = static_cast<double>(shape.count()) / static_cast<double>(shape[1]);
        const auto add = [&](Value term) { grads[0] = grads[0] ? grads[0] + term : term; };
        if (c.grad(1)) add(expandTo(ops::perChannel(c.grad(1), shape) / count, shape));
        if (c.grad(2)) add((x - ops::perChannel(c.out(1), shape)) * (ops::perChannel(c.grad(2), shape) * (2 / count)));
        return grads;
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({3, 2}), r({2}), r({2})}, {}, "[N, C]"},
            {{r({2, 3, 4}), r({3}), r({3})}, {{"epsilon", 0.1}}, "1-D"},
            {{r({2, 2, 3, 2}), r({2}), r({2})}, {}, "2-D"},
            {{r({1, 1, 2, 1, 3}), r({1}), r({1})}, {{"epsilon", 1e-3}}, "3-D, one channel"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {ops::f32s({{4}, {4}, {4}}), {}, "batch_norm: expects an input [N, C, ...] of at least 2 dimensions, got [4]."},
            {ops::f32s({{4, 3, 5}, {4}, {3}}), {}, "batch_norm: the scale f32[4] has to be f32[3] for the input f32[4, 3, 5]."},
            {ops::f32s({{4, 3, 5}, {3}, {1}}), {}, "batch_norm: the bias f32[1] has to be f32[3] for the input f32[4, 3, 5]."},
            {{{DType::I32, {4, 3}}, {DType::F32, {3}}, {DType::F32, {3}}},
             {},
             "batch_norm: expects floating-point numbers, got i32[4, 3]. Insert a cast."},
        };
    },
};

} // namespace ds
