// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/pool_common.h"

namespace ds {

extern const OpSpec op_adaptive_max_pool_grad = {
    .name = "adaptive_max_pool_grad",
    .category = "nn",
    .doc = "Adds each element of grad to the position of the input that was the maximum of its window (the first one in row-major order "
           "if there are several). Linear in grad.",
    .inputs = {{"x", "[N, C, spatial...]"}, {"grad", "as the output of adaptive_max_pool"}},
    .outputs = {{"dx", "as x"}},
    .attributes = ops::adaptiveAttributes(),
    .infer = [](const InferCall& c) -> Inferred { return ops::inferMaxGrad(c, ops::adaptiveShape); },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        return {Value{}, c.wants(1) ? b.op("adaptive_max_pool_gather", {c.in(0), c.grad()}, c.attrs) : Value{}};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto x = [&](const Shape& shape) { return ops::distinctTensor(rng, shape); };
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{x({2, 2, 5}), r({2, 2, 3})}, {{"output", Ints{3}}}, "1-D, overlapping ranges"},
                {{x({1, 2, 4, 3}), r({1, 2, 2, 1})}, {{"output", Ints{2, 1}}}, "2-D"},
                {{x({1, 1, 2, 3}), r({1, 1, 3, 3})}, {{"output", Ints{3, 3}}}, "more outputs than inputs"},
                {{x({1, 1, 3, 2, 2}), r({1, 1, 2, 1, 2})}, {{"output", Ints{2, 1, 2}}}, "3-D"}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3, 8}, {2, 3, 8}}),
                 {{"output", Ints{2}}},
                 "adaptive_max_pool_grad: pooling [2, 3, 8] gives [2, 3, 2], but the gradient is [2, 3, 8]."}};
    },
};

} // namespace ds
