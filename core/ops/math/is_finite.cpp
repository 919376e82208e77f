// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_is_finite = {
    .name = "is_finite",
    .category = "math",
    .doc = "Whether each element is neither infinite nor NaN.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = [](const InferCall& call) -> Inferred {
        Inferred inferred = ops::inferSameFloat(call);
        if (inferred) inferred->front().dtype = DType::Bool;
        return inferred;
    },
    .samples = [](Rng&) -> std::vector<Sample> {
        constexpr double inf = std::numeric_limits<double>::infinity();
        return {{{Tensor::of({4}, {1.5, inf, -inf, std::numeric_limits<double>::quiet_NaN()})}},
                {{Tensor::of({}, {0})}},
                {{Tensor::zeros({DType::F32, {0}})}}};
    },
    .badSamples = [] { return ops::refusesIntegers("is_finite"); },
    .constant = true,
    .anyLayout = true,
};

} // namespace ds
