// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_squared_norm = {
    .name = "squared_norm",
    .category = "reduce",
    .doc = "Sum of the squares of all elements, one number.",
    .inputs = {{"x"}},
    .outputs = {{"y", "f32[]"}},
    .infer = [](const InferCall& call) -> Inferred {
        DS_TRY(ops::inferSameFloat(call));
        return std::vector{TensorType{call.dtype(0), {}}};
    },
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values { return {sum(ops::call("square", {c.in(0)}))}; },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {3, 4})}}, {{ops::randomTensor(rng, {})}}, {{ops::randomTensor(rng, {0, 2})}}};
    },
    .badSamples = [] { return ops::refusesIntegers("squared_norm"); },
};

} // namespace ds
