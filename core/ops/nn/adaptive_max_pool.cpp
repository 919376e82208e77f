// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/pool_common.h"

namespace ds {

extern const OpSpec op_adaptive_max_pool = {
    .name = "adaptive_max_pool",
    .category = "nn",
    .doc = "Maximum over as many windows as the output has elements. "
           "Window i of n outputs over m elements is [floor(i m / n), ceil((i + 1) m / n)), as in PyTorch.",
    .inputs = {{"x", "[N, C, spatial...]"}},
    .outputs = {{"y", "[N, C, spatial...]"}},
    .attributes = ops::adaptiveAttributes(),
    .infer = [](const InferCall& c) -> Inferred {
        return std::vector{TensorType{c.dtype(0), DS_TRY(ops::adaptiveShape(c.attrs, c.in(0)))}};
    },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        return {b.op("adaptive_max_pool_grad", {c.in(0), c.grad()}, c.attrs)};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto x = [&](const Shape& shape) { return ops::distinctTensor(rng, shape); };
        return {{{x({2, 2, 5})}, {{"output", Ints{3}}}, "1-D, overlapping ranges"},
                {{x({1, 2, 4, 3})}, {{"output", Ints{2, 1}}}, "2-D"},
                {{x({1, 1, 2, 3})}, {{"output", Ints{3, 3}}}, "more outputs than inputs"},
                {{x({1, 1, 3, 2, 2})}, {{"output", Ints{2, 1, 2}}}, "3-D"}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3, 8}}),
                 {{"output", Ints{2, 2}}},
                 "adaptive_max_pool: output [2, 2] has to have one entry per spatial dimension, that is 1."},
                {ops::f32s({{2, 3, 0}}), {{"output", Ints{2}}}, "adaptive_max_pool: the input [2, 3, 0] has an empty spatial dimension."}};
    },
};

} // namespace ds
