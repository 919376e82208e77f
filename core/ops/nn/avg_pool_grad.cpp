// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/pool_common.h"

namespace ds {

extern const OpSpec op_avg_pool_grad = {
    .name = "avg_pool_grad",
    .category = "nn",
    .doc = "The adjoint of avg_pool: spreads each element of grad evenly over its window.",
    .inputs = {{"grad", "as the output of avg_pool"}},
    .outputs = {{"dx", "[N, C, input_spatial...]"}},
    .attributes = ops::poolAttributes(
        {{.name = "count_include_pad", .type = AttrType::Bool, .fallback = false, .doc = "Divide by the padded elements, too."},
         ops::inputSpatialAttribute()}),
    .infer = [](const InferCall& c) -> Inferred { return ops::inferAverageGrad(c, ops::poolShape); },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        return {b.op("avg_pool", {c.grad()}, ops::without(c.attrs, "input_spatial"))};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{r({2, 2, 2})}, {{"kernel", Ints{2}}, {"stride", Ints{2}}, {"input_spatial", Ints{5}}}, "1-D, rest at the end"},
                {{r({1, 2, 4, 2})},
                 {{"kernel", Ints{3, 2}}, {"stride", Ints{1, 2}}, {"pad_before", Ints{2, 0}}, {"input_spatial", Ints{4, 5}}},
                 "asymmetric padding, overlapping"},
                {{r({1, 1, 3, 2})},
                 {{"kernel", Ints{2, 2}},
                  {"stride", Ints{2, 3}},
                  {"pad_after", Ints{1, 0}},
                  {"ceil_mode", true},
                  {"input_spatial", Ints{5, 4}}},
                 "ceil mode"},
                {{r({1, 2, 2, 2})},
                 {{"kernel", Ints{3, 2}},
                  {"stride", Ints{1, 1}},
                  {"dilation", Ints{2, 1}},
                  {"pad_before", Ints{1, 0}},
                  {"input_spatial", Ints{5, 3}}},
                 "dilation"},
                {{r({1, 1, 1, 2, 1})}, {{"kernel", Ints{2, 1, 3}}, {"input_spatial", Ints{3, 2, 3}}}, "3-D, no stride"},
                {{r({2, 1, 1})}, {{"kernel", Ints{1}}, {"input_spatial", Ints{1}}}, "one element"},
                {{r({1, 2, 4, 2})},
                 {{"kernel", Ints{3, 2}},
                  {"stride", Ints{1, 2}},
                  {"pad_before", Ints{2, 0}},
                  {"count_include_pad", true},
                  {"input_spatial", Ints{4, 5}}},
                 "asymmetric padding, overlapping, counting padding"},
                {{r({1, 1, 3, 2})},
                 {{"kernel", Ints{2, 2}},
                  {"stride", Ints{2, 3}},
                  {"pad_after", Ints{1, 0}},
                  {"ceil_mode", true},
                  {"count_include_pad", true},
                  {"input_spatial", Ints{5, 4}}},
                 "ceil mode, counting padding"}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3, 8}}),
                 {{"kernel", Ints{2}}, {"input_spatial", Ints{8}}},
                 "avg_pool_grad: pooling [2, 3, 8] gives [2, 3, 4], but the gradient is [2, 3, 8]."},
                {ops::f32s({{2, 3, 8}}),
                 {{"kernel", Ints{2}}, {"input_spatial", Ints{8, 8}}},
                 "avg_pool_grad: input_spatial [8, 8] has to have one entry per spatial dimension, that is 1."}};
    },
};

} // namespace ds
