// SPDX-License-Identifier: Apache-2.0
#include "core/ops/random/stream.h"

namespace ds {

extern const OpSpec op_bernoulli = {
    .name = "bernoulli",
    .category = "random",
    .doc = "1 with the given probability, else 0, independently. Element i is number i of Philox(seed, stream, step).",

    .inputs = {},
    .outputs = {{"y"}},
    .attributes = {ops::shapeAttr(),
                   {.name = "probability", .type = AttrType::Float, .fallback = 0.5, .min = 0, .max = 1, .doc = "Of a 1."},
                   ops::streamAttribute(),
                   ops::dtypeAttr()},
    .infer = [](const InferCall& call) -> Inferred {
        const DType dtype = ops::dtypeOf(call.attrs);

        return std::vector{TensorType{dtype, DS_TRY(ops::shapeOf(call.attrs.ints("shape")))}};
    },
    .samples = [](Rng&) -> std::vector<Sample> {
        return {{{}, {{"shape", Ints{40, 50}}, {"probability", 0.3}, {"stream", 3}}},
                {{}, {{"shape", Ints{5}}, {"dtype", "bool"}}},
                {{}, {{"shape", Ints{0}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{}, {{"probability", 1.5}}, "bernoulli, probability: must be from 0 to 1, got 1.5."}};
    },
    .constant = true,
    .random = true,

};

} // namespace ds
