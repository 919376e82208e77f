// SPDX-License-Identifier: Apache-2.0
#include "core/ops/random/stream.h"

namespace ds {

extern const OpSpec op_random_normal = {
    .name = "random_normal",
    .category = "random",
    .doc = "Independent numbers with a normal distribution. Element i is number i of Philox(seed, stream, step).",

    .inputs = {},
    .outputs = {{"y"}},
    .attributes = {ops::shapeAttr(),
                   {.name = "mean", .type = AttrType::Float, .fallback = 0.0, .doc = "Mean."},
                   {.name = "std", .type = AttrType::Float, .fallback = 1.0, .min = 0, .doc = "Standard deviation."},
                   ops::streamAttribute(),
                   ops::dtypeAttr()},
    .infer = [](const InferCall& call) -> Inferred {
        const DType dtype = ops::dtypeOf(call.attrs);
        if (!isFloat(dtype)) return Error{phrase("Ops", "the dtype must be floating, got %1").with({call.attrs.string("dtype")}), "", ""};
        return std::vector{TensorType{dtype, DS_TRY(ops::shapeOf(call.attrs.ints("shape")))}};
    },
    .samples = [](Rng&) -> std::vector<Sample> {
        return {{{}, {{"shape", Ints{40, 50}}, {"mean", 2}, {"std", 0.5}, {"stream", 9}}},
                {{}, {{"shape", Ints{5}}, {"dtype", "f64"}}},
                {{}, {{"shape", Ints{0}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{}, {{"std", -1}}, "random_normal, std: must be at least 0, got -1.0."}};
    },
    .constant = true,
    .random = true,

};

} // namespace ds
