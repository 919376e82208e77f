// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_statistics = {
    .name = "statistics",
    .category = "reduce",
    .doc = "What the Inspector wants to know about x, or about x - minus (in f32), in one pass. Mean, biased variance, L2 norm, smallest "
           "and largest are those of the finite elements: nan if there is none, but the norm is 0 then. counts: elements, zeros, NaN, "
           "+inf, -inf. histogram[s, e]: finite elements other than 0 of sign s (1: negative) with 2^(e - 127) <= |x| < 2^(e - 126); "
           "the first and the last place take what lies beyond. Counts and histograms of several tensors or steps add up.",
    .inputs = {{"x"}, {"minus", "as x", PortKind::Optional}},
    .outputs = {{"mean", "f64[]"},
                {"variance", "f64[]"},
                {"norm", "f64[]"},
                {"min", "f64[]"},
                {"max", "f64[]"},
                {"counts", "i64[5]"},
                {"histogram", "i64[2, 255]"}},
    .infer = [](const InferCall& c) -> Inferred {
        if (c.has(1) && c.in(1) != c.in(0))
            return Error{phrase("Ops", "cannot subtract %1 from %2: the types differ").with({c.in(1).text(), c.in(0).text()}), "", ""};
        const TensorType number{DType::F64, {}};
        return std::vector{number, number, number, number, number, TensorType{DType::I64, {5}}, TensorType{DType::I64, {2, 255}}};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        constexpr double inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{r({3, 4})}},
                {{r({70, 70})}, {}, "several stretches"},
                {{r({2, 3}), r({2, 3})}, {}, "a difference"},
                {{Tensor::of({9}, {0.0, -0.0, 1e-42, -3e38, inf, -inf, nan, nan, 1.0})}, {}, "what is no number, and the ends"},
                {{Tensor::of({2}, {nan, inf})}, {}, "nothing finite"},
                {{Tensor::of({3}, {1000.0, 1000.0, 1000.0})}, {}, "no variance"},
                {{Tensor::of({4}, {-3, 0, 7, 7}).to(DType::I64)}, {}, "integers"},
                {{Tensor::of({3}, {0, 1, 1}).to(DType::Bool)}, {}, "truth"},
                {{r({0, 2})}, {}, "nothing"}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}, {3}}), {}, "statistics: cannot subtract f32[3] from f32[2, 3]: the types differ."}};
    },
    .constant = true,
    .tolerance = 1e-12,
};

} // namespace ds
