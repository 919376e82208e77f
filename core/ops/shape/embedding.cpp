// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_embedding = {
    .name = "embedding",
    .category = "shape",
    .doc = "The row of the table for each number. A number out of range ends the run.",

    .inputs = {{"table", "[rows, width]"}, {"ids", "i32 or i64, of any shape"}},
    .outputs = {{"y", "ids.shape + [width]"}},
    .infer = [](const InferCall& call) -> Inferred {
        if (call.shape(0).rank() != 2) return Error{phrase("Ops", "the table must be a matrix, got %1").with({call.in(0).text()}), "", ""};
        if (!isInteger(call.dtype(1)))
            return Error{phrase("Ops", "the ids must be whole numbers, got %1").with({call.in(1).text()}), "",
                         phrase("Ops", "Insert a cast.")};
        return std::vector{TensorType{call.dtype(0), DS_TRY(ops::gatheredShape(call.shape(0), call.shape(1), 0))}};
    },
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        return {ops::call("gather", {c.in(0), c.in(1)}, {{"axis", 0}})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {5, 3}), ops::randomIndices(rng, {2, 4}, 5)}},
                {{ops::randomTensor(rng, {2, 1}), ops::randomIndices(rng, {}, 2, DType::I32)}},
                {{ops::randomTensor(rng, {2, 3}), ops::randomIndices(rng, {0}, 2)}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{{DType::F32, {4}}, {DType::I64, {2}}}, {}, "embedding: the table must be a matrix, got f32[4]."},
                {ops::f32s({{4, 2}, {2}}), {}, "embedding: the ids must be whole numbers, got f32[2]. Insert a cast."}};
    },

};

} // namespace ds
