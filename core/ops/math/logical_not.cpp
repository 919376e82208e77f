// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_logical_not = {
    .name = "logical_not",
    .category = "math",
    .doc = "The opposite of each truth value.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameBool,
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomIndices(rng, {2, 5}, 2, DType::Bool)}},
                {{ops::randomIndices(rng, {}, 2, DType::Bool)}},
                {{ops::randomIndices(rng, {0}, 2, DType::Bool)}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2}}), {}, "logical_not: expects bool, got f32[2]. Compare the numbers with something."}};
    },
    .constant = true,
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
