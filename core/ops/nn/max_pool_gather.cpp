// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/pool_common.h"

namespace ds {

extern const OpSpec op_max_pool_gather = {
    .name = "max_pool_gather",
    .category = "nn",
    .doc = "Takes from `values` what stands where max_pool finds the maximum of each window of x: the adjoint of max_pool_grad.",
    .inputs = {{"x", "[N, C, spatial...]"}, {"values", "as x"}},
    .outputs = {{"y", "as the output of max_pool"}},
    .attributes = ops::poolAttributes(),
    .infer = [](const InferCall& c) -> Inferred { return ops::inferMaxGather(c, ops::poolShape); },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        return {Value{}, c.wants(1) ? b.op("max_pool_grad", {c.in(0), c.grad()}, c.attrs) : Value{}};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto x = [&](const Shape& shape) { return ops::distinctTensor(rng, shape); };
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{x({2, 2, 5}), r({2, 2, 5})}, {{"kernel", Ints{2}}, {"stride", Ints{2}}}, "1-D, rest at the end"},
                {{x({1, 2, 4, 5}), r({1, 2, 4, 5})},
                 {{"kernel", Ints{3, 2}}, {"stride", Ints{1, 2}}, {"pad_before", Ints{2, 0}}},
                 "asymmetric padding, overlapping"},
                {{x({1, 1, 5, 4}), r({1, 1, 5, 4})},
                 {{"kernel", Ints{2, 2}}, {"stride", Ints{2, 3}}, {"pad_after", Ints{1, 0}}, {"ceil_mode", true}},
                 "ceil mode"},
                {{x({1, 2, 5, 3}), r({1, 2, 5, 3})},
                 {{"kernel", Ints{3, 2}}, {"stride", Ints{1, 1}}, {"dilation", Ints{2, 1}}, {"pad_before", Ints{1, 0}}},
                 "dilation"},
                {{x({1, 1, 3, 2, 3}), r({1, 1, 3, 2, 3})}, {{"kernel", Ints{2, 1, 3}}}, "3-D, no stride"},
                {{x({2, 1, 1}), r({2, 1, 1})}, {{"kernel", Ints{1}}}, "one element"}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3, 8}, {2, 3, 7}}),
                 {{"kernel", Ints{2}}},
                 "max_pool_gather: the values f32[2, 3, 7] have to be of the input's type f32[2, 3, 8]."}};
    },
};

} // namespace ds
