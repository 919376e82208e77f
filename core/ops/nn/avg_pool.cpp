// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/pool_common.h"

namespace ds {

extern const OpSpec op_avg_pool = {
    .name = "avg_pool",
    .category = "nn",
    .doc = "Mean over a sliding window. The divisor is the number of the window's elements inside the input or, with count_include_pad, "
           "inside the padded input; what hangs over the end with ceil_mode never counts.",
    .inputs = {{"x", "[N, C, spatial...]"}},
    .outputs = {{"y", "[N, C, spatial...]"}},
    .attributes = ops::poolAttributes(
        {{.name = "count_include_pad", .type = AttrType::Bool, .fallback = false, .doc = "Divide by the padded elements, too."}}),
    .infer = [](const InferCall& c) -> Inferred {
        return std::vector{TensorType{c.dtype(0), DS_TRY(ops::poolShape(c.attrs, c.in(0)))}};
    },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        return {b.op("avg_pool_grad", {c.grad()}, ops::with(c.attrs, "input_spatial", ops::spatialOf(c.in(0).shape())))};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({2, 2, 5})}, {{"kernel", Ints{2}}, {"stride", Ints{2}}}, "1-D, rest at the end"},
            {{r({1, 2, 4, 5})},
             {{"kernel", Ints{3, 2}}, {"stride", Ints{1, 2}}, {"pad_before", Ints{2, 0}}},
             "asymmetric padding, overlapping"},
            {{r({1, 1, 5, 4})},
             {{"kernel", Ints{2, 2}}, {"stride", Ints{2, 3}}, {"pad_after", Ints{1, 0}}, {"ceil_mode", true}},
             "ceil mode"},
            {{r({1, 2, 5, 3})},
             {{"kernel", Ints{3, 2}}, {"stride", Ints{1, 1}}, {"dilation", Ints{2, 1}}, {"pad_before", Ints{1, 0}}},
             "dilation"},
            {{r({1, 1, 3, 2, 3})}, {{"kernel", Ints{2, 1, 3}}}, "3-D, no stride"},
            {{r({2, 1, 1})}, {{"kernel", Ints{1}}}, "one element"},
            {{r({1, 2, 4, 5})},
             {{"kernel", Ints{3, 2}}, {"stride", Ints{1, 2}}, {"pad_before", Ints{2, 0}}, {"count_include_pad", true}},
             "asymmetric padding, overlapping, counting padding"},
            {{r({1, 1, 5, 4})},
             {{"kernel", Ints{2, 2}}, {"stride", Ints{2, 3}}, {"pad_after", Ints{1, 0}}, {"ceil_mode", true}, {"count_include_pad", true}},
             "ceil mode, counting padding"}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3, 2}}),
                 {{"kernel", Ints{3}}},
                 "avg_pool: the kernel spans 3 elements but the padded input has only 2 in spatial dimension 0. Use a smaller kernel or "
                 "more padding."},
                {ops::f32s({{2, 3, 8}}),
                 {{"kernel", Ints{2}}, {"pad_before", Ints{3}}},
                 "avg_pool: some windows would see only padding in spatial dimension 0. Use less padding."}};
    },
};

} // namespace ds
