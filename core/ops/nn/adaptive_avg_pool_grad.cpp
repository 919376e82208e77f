// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/pool_common.h"

namespace ds {

extern const OpSpec op_adaptive_avg_pool_grad = {
    .name = "adaptive_avg_pool_grad",
    .category = "nn",
    .doc = "The adjoint of adaptive_avg_pool: spreads each element of grad evenly over its window.",
    .inputs = {{"grad", "as the output of adaptive_avg_pool"}},
    .outputs = {{"dx", "[N, C, input_spatial...]"}},
    .attributes = ops::adaptiveAttributes({ops::inputSpatialAttribute()}),
    .infer = [](const InferCall& c) -> Inferred { return ops::inferAverageGrad(c, ops::adaptiveShape); },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        return {b.op("adaptive_avg_pool", {c.grad()}, ops::without(c.attrs, "input_spatial"))};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{r({2, 2, 3})}, {{"output", Ints{3}}, {"input_spatial", Ints{5}}}, "1-D, overlapping ranges"},
                {{r({1, 2, 2, 1})}, {{"output", Ints{2, 1}}, {"input_spatial", Ints{4, 3}}}, "2-D"},
                {{r({1, 1, 3, 3})}, {{"output", Ints{3, 3}}, {"input_spatial", Ints{2, 3}}}, "more outputs than inputs"},
                {{r({1, 1, 2, 1, 2})}, {{"output", Ints{2, 1, 2}}, {"input_spatial", Ints{3, 2, 2}}}, "3-D"}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3, 8}}),
                 {{"output", Ints{2}}, {"input_spatial", Ints{8}}},
                 "adaptive_avg_pool_grad: pooling [2, 3, 8] gives [2, 3, 2], but the gradient is [2, 3, 8]."}};
    },
};

} // namespace ds
