// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_cast = {
    .name = "cast",
    .category = "math",
    .doc = "Converts to another element type. To whole numbers: truncated and limited to their range; to bool: whether not 0.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {ops::dtypeAttr()},
    .infer = [](const InferCall& call) -> Inferred {
        return std::vector{TensorType{ops::dtypeOf(call.attrs), call.shape(0)}};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {ops::call("cast", {c.grad()}, {{"dtype", dtypeName(c.in(0).dtype())}})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        // Derivatives are checked in f64, where only a cast to f64 is exact enough.
        return {{{ops::randomTensor(rng, {3, 4})}, {{"dtype", "f64"}}},
                {{ops::randomTensor(rng, {3, 4})}, {{"dtype", "i32"}}},
                {{ops::randomTensor(rng, {2, 4})}, {{"dtype", "bf16"}}, "", false, false},
                {{ops::randomTensor(rng, {4})}, {{"dtype", "f16"}}, "", false, false},
                {{ops::randomIndices(rng, {5}, 3)}, {{"dtype", "bool"}}},
                {{ops::randomIndices(rng, {}, 9)}, {{"dtype", "f32"}}},
                {{ops::randomTensor(rng, {0, 2})}, {{"dtype", "i64"}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2}}),
                 {{"dtype", "f23"}},
                 "cast, dtype: \"f23\" is not one of f32, f64, bf16, f16, i32, i64, u8, bool. Did you mean \"f32\"?"}};
    },
    .anyLayout = true,
};

} // namespace ds
