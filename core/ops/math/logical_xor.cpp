// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_logical_xor = {
    .name = "logical_xor",
    .category = "math",
    .doc = "Whether exactly one of a and b, element by element, with NumPy broadcasting.",
    .inputs = {{"a"}, {"b"}},
    .outputs = {{"y"}},
    .infer = ops::inferLogical,
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{Tensor::of({4}, {0, 0, 1, 1}, DType::Bool), Tensor::of({4}, {0, 1, 0, 1}, DType::Bool)}},
                {{ops::randomIndices(rng, {2, 1}, 2, DType::Bool), ops::randomIndices(rng, {3}, 2, DType::Bool)}},
                {{ops::randomIndices(rng, {0}, 2, DType::Bool), ops::randomIndices(rng, {1}, 2, DType::Bool)}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2}, {2}}), {}, "logical_xor: expects bool, got f32[2]. Compare the numbers with something."}};
    },
    .constant = true,
    .inPlace = {{0, 0}, {0, 1}},
    .anyLayout = true,
};

} // namespace ds
