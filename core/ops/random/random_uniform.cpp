// SPDX-License-Identifier: Apache-2.0
#include "core/ops/random/stream.h"

namespace ds {

extern const OpSpec op_random_uniform = {
    .name = "random_uniform",
    .category = "random",
    .doc = "Independent numbers, uniform from low up to, not including, high. Element i is number i of Philox(seed, stream, step).",

    .inputs = {},
    .outputs = {{"y"}},
    .attributes = {ops::shapeAttr(),
                   {.name = "low", .type = AttrType::Float, .fallback = 0.0, .doc = "Lower bound."},
                   {.name = "high", .type = AttrType::Float, .fallback = 1.0, .doc = "Upper bound."},
                   ops::streamAttribute(),
                   ops::dtypeAttr()},
    .infer = [](const InferCall& call) -> Inferred {
        const DType dtype = ops::dtypeOf(call.attrs);
        if (!isFloat(dtype)) return Error{phrase("Ops", "the dtype must be floating, got %1").with({call.attrs.string("dtype")}), "", ""};
        return std::vector{TensorType{dtype, DS_TRY(ops::shapeOf(call.attrs.ints("shape")))}};
    },
    .samples = [](Rng&) -> std::vector<Sample> {
        return {{{}, {{"shape", Ints{40, 50}}, {"low", -1}, {"high", 3}, {"stream", 7}}},
                {{}, {{"shape", Ints{5}}, {"dtype", "f64"}}},
                {{}, {{"shape", Ints{0}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{}, {{"dtype", "i64"}}, "random_uniform: the dtype must be floating, got i64."}};
    },
    .constant = true,
    .random = true,

};

} // namespace ds
