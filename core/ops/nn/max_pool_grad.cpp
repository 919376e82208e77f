// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/pool_common.h"

namespace ds {

extern const OpSpec op_max_pool_grad = {
    .name = "max_pool_grad",
    .category = "nn",
    .doc = "Adds each element of grad to the position of the input that was the maximum of its window (the first one in row-major order "
           "if there are several). Linear in grad.",
    .inputs = {{"x", "[N, C, spatial...]"}, {"grad", "as the output of max_pool"}},
    .outputs = {{"dx", "as x"}},
    .attributes = ops::poolAttributes(),
    .infer = [](const InferCall& c) -> Inferred { return ops::inferMaxGrad(c, ops::poolShape); },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        return {Value{}, c.wants(1) ? b.op("max_pool_gather", {c.in(0), c.grad()}, c.attrs) : Value{}};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto x = [&](const Shape& shape) { return ops::distinctTensor(rng, shape); };
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{x({2, 2, 5}), r({2, 2, 2})}, {{"kernel", Ints{2}}, {"stride", Ints{2}}}, "1-D, rest at the end"},
                {{x({1, 2, 4, 5}), r({1, 2, 4, 2})},
                 {{"kernel", Ints{3, 2}}, {"stride", Ints{1, 2}}, {"pad_before", Ints{2, 0}}},
                 "asymmetric padding, overlapping"},
                {{x({1, 1, 5, 4}), r({1, 1, 3, 2})},
                 {{"kernel", Ints{2, 2}}, {"stride", Ints{2, 3}}, {"pad_after", Ints{1, 0}}, {"ceil_mode", true}},
                 "ceil mode"},
                {{x({1, 2, 5, 3}), r({1, 2, 2, 2})},
                 {{"kernel", Ints{3, 2}}, {"stride", Ints{1, 1}}, {"dilation", Ints{2, 1}}, {"pad_before", Ints{1, 0}}},
                 "dilation"},
                {{x({1, 1, 3, 2, 3}), r({1, 1, 1, 2, 1})}, {{"kernel", Ints{2, 1, 3}}}, "3-D, no stride"},
                {{x({2, 1, 1}), r({2, 1, 1})}, {{"kernel", Ints{1}}}, "one element"}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3, 8}, {2, 3, 8}}),
                 {{"kernel", Ints{2}}},
                 "max_pool_grad: pooling [2, 3, 8] gives [2, 3, 4], but the gradient is [2, 3, 8]."},
                {{{DType::F32, {2, 3, 8}}, {DType::F64, {2, 3, 4}}},
                 {{"kernel", Ints{2}}},
                 "max_pool_grad: the inputs have different dtypes, f32[2, 3, 8] and f64[2, 3, 4]. Insert a cast."}};
    },
};

} // namespace ds
