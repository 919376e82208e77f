// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/pool_common.h"

namespace ds {

extern const OpSpec op_max_pool = {
    .name = "max_pool",
    .category = "nn",
    .doc = "Maximum over a sliding window; padding never wins.",
    .inputs = {{"x", "[N, C, spatial...]"}},
    .outputs = {{"y", "[N, C, spatial...]"}},
    .attributes = ops::poolAttributes(),
    .infer = [](const InferCall& c) -> Inferred {
        return std::vector{TensorType{c.dtype(0), DS_TRY(ops::poolShape(c.attrs, c.in(0)))}};
    },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        return {b.op("max_pool_grad", {c.in(0), c.grad()}, c.attrs)};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto x = [&](const Shape& shape) { return ops::distinctTensor(rng, shape); };
        return {{{x({2, 2, 5})}, {{"kernel", Ints{2}}, {"stride", Ints{2}}}, "1-D, rest at the end"},
                {{x({1, 2, 4, 5})},
                 {{"kernel", Ints{3, 2}}, {"stride", Ints{1, 2}}, {"pad_before", Ints{2, 0}}},
                 "asymmetric padding, overlapping"},
                {{x({1, 1, 5, 4})},
                 {{"kernel", Ints{2, 2}}, {"stride", Ints{2, 3}}, {"pad_after", Ints{1, 0}}, {"ceil_mode", true}},
                 "ceil mode"},
                {{x({1, 2, 5, 3})},
                 {{"kernel", Ints{3, 2}}, {"stride", Ints{1, 1}}, {"dilation", Ints{2, 1}}, {"pad_before", Ints{1, 0}}},
                 "dilation"},
                {{x({1, 1, 3, 2, 3})}, {{"kernel", Ints{2, 1, 3}}}, "3-D, no stride"},
                {{x({2, 1, 1})}, {{"kernel", Ints{1}}}, "one element"},
                {{ops::randomTensor(rng, {0, 2, 3})}, {{"kernel", Ints{2}}}, "no images"}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3, 8, 2}}),
                 {{"kernel", Ints{3, 3}}},
                 "max_pool: the kernel spans 3 elements but the padded input has only 2 in spatial dimension 1. Use a smaller kernel or "
                 "more padding."},
                {ops::f32s({{2, 3, 8}}),
                 {{"kernel", Ints{2}}, {"pad_after", Ints{2}}},
                 "max_pool: some windows would see only padding in spatial dimension 0. Use less padding."},
                {ops::f32s({{2, 3, 8}}),
                 {{"kernel", Ints{2, 2}}},
                 "max_pool: kernel [2, 2] has to have one entry per spatial dimension, that is 1."},
                {{{DType::I32, {2, 3, 8}}},
                 {{"kernel", Ints{2}}},
                 "max_pool: expects floating-point numbers, got i32[2, 3, 8]. Insert a cast."},
                {ops::f32s({{2, 3}}),
                 {{"kernel", Ints{2}}},
                 "max_pool: expects an input [N, C, spatial...] with 1 to 3 spatial dimensions, got [2, 3]."}};
    },
};

} // namespace ds
