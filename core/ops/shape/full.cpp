// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_full = {
    .name = "full",
    .category = "shape",
    .doc = "A tensor of one value.",

    .inputs = {},
    .outputs = {{"y"}},
    .attributes = {ops::shapeAttr(),
                   {.name = "value", .type = AttrType::Float, .fallback = 0.0, .doc = "The value of every element."},
                   ops::dtypeAttr()},
    .infer = [](const InferCall& call) -> Inferred {
        return std::vector{TensorType{ops::dtypeOf(call.attrs), DS_TRY(ops::shapeOf(call.attrs.ints("shape")))}};
    },
    .samples = [](Rng&) -> std::vector<Sample> {
        return {{{}, {{"shape", Ints{2, 3}}, {"value", 1.5}}}, {{}, {{"value", 7}, {"dtype", "i64"}}}, {{}, {{"shape", Ints{0}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{}, {{"shape", Ints{2, -1}}}, "full, shape: must be at least 0, got [2, -1]."}};
    },
    .constant = true,

};

} // namespace ds
