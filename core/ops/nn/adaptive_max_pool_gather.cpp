// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/pool_common.h"

namespace ds {

extern const OpSpec op_adaptive_max_pool_gather = {
    .name = "adaptive_max_pool_gather",
    .category = "nn",
    .doc = "Takes from `values` what stands where adaptive_max_pool finds the maximum of each window of x: the adjoint of "
           "adaptive_max_pool_grad.",
    .inputs = {{"x", "[N, C, spatial...]"}, {"values", "as x"}},
    .outputs = {{"y", "as the output of adaptive_max_pool"}},
    .attributes = ops::adaptiveAttributes(),
    .infer = [](const InferCall& c) -> Inferred { return ops::inferMaxGather(c, ops::adaptiveShape); },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        return {Value{}, c.wants(1) ? b.op("adaptive_max_pool_grad", {c.in(0), c.grad()}, c.attrs) : Value{}};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto x = [&](const Shape& shape) { return ops::distinctTensor(rng, shape); };
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{x({2, 2, 5}), r({2, 2, 5})}, {{"output", Ints{3}}}, "1-D, overlapping ranges"},
                {{x({1, 2, 4, 3}), r({1, 2, 4, 3})}, {{"output", Ints{2, 1}}}, "2-D"},
                {{x({1, 1, 2, 3}), r({1, 1, 2, 3})}, {{"output", Ints{3, 3}}}, "more outputs than inputs"},
                {{x({1, 1, 3, 2, 2}), r({1, 1, 3, 2, 2})}, {{"output", Ints{2, 1, 2}}}, "3-D"}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3, 8}, {2, 3, 7}}),
                 {{"output", Ints{2}}},
                 "adaptive_max_pool_gather: the values f32[2, 3, 7] have to be of the input's type f32[2, 3, 8]."}};
    },
};

} // namespace ds
