// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_iota = {
    .name = "iota",
    .category = "shape",
    .doc = "start, start + step, start + 2 step, ... along one dimension; the same for all others.",

    .inputs = {},
    .outputs = {{"y"}},
    .attributes = {ops::shapeAttr(),
                   ops::axisAttr(-1),
                   {.name = "start", .type = AttrType::Float, .fallback = 0.0, .doc = "The first value."},
                   {.name = "step", .type = AttrType::Float, .fallback = 1.0, .doc = "Distance of the values."},
                   ops::dtypeAttr()},
    .infer = [](const InferCall& call) -> Inferred {
        const Shape shape = DS_TRY(ops::shapeOf(call.attrs.ints("shape")));
        DS_TRY(ops::axisOf(call.attrs.integer("axis"), shape.rank()));
        return std::vector{TensorType{ops::dtypeOf(call.attrs), shape}};
    },
    .samples = [](Rng&) -> std::vector<Sample> {
        return {{{}, {{"shape", Ints{5}}}},
                {{}, {{"shape", Ints{2, 3}}, {"axis", 0}, {"start", 1}, {"step", -0.5}}},
                {{}, {{"shape", Ints{2, 3}}, {"dtype", "i64"}}},
                {{}, {{"shape", Ints{0}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{}, {}, "iota: axis -1 is outside of a tensor of 0 dimensions."}};
    },
    .constant = true,

};

} // namespace ds
