// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_all = {
    .name = "all",
    .category = "reduce",
    .doc = "Whether all elements are true, over dimensions.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = ops::reduceAttrs(),
    .infer = [](const InferCall& call) -> Inferred {
        DS_TRY(ops::inferSameBool(call));
        return ops::inferReduce(call);
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomIndices(rng, {4, 3}, 2, DType::Bool)}, {{"axes", Ints{1}}}},
                {{ops::randomIndices(rng, {2, 3}, 2, DType::Bool)}},
                {{ops::randomIndices(rng, {0}, 2, DType::Bool)}},
                {{ops::randomIndices(rng, {2, 1, 3}, 2, DType::Bool)}, {{"axes", Ints{0, 1}}, {"keep_dims", true}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2}}), {}, "all: expects bool, got f32[2]. Compare the numbers with something."}};
    },
    .constant = true,

};

} // namespace ds
