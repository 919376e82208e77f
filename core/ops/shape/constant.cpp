// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_constant = {
    .name = "constant",
    .category = "shape",
    .doc = "A small table of numbers.",

    .inputs = {},
    .outputs = {{"y"}},
    .attributes = {{.name = "values", .type = AttrType::Floats, .required = true, .doc = "All elements in row-major order."},
                   ops::shapeAttr(),
                   ops::dtypeAttr()},
    .infer = [](const InferCall& call) -> Inferred {
        const Shape shape = DS_TRY(ops::shapeOf(call.attrs.ints("shape")));
        const auto count = static_cast<int64_t>(call.attrs.floats("values").size());
        if (count != shape.count())
            return Error{phrase("Ops", "%1 values do not fill the shape %2").with({std::to_string(count), shape.text()}), "", ""};
        return std::vector{TensorType{ops::dtypeOf(call.attrs), shape}};
    },
    .samples = [](Rng&) -> std::vector<Sample> {
        return {{{}, {{"shape", Ints{2, 2}}, {"values", Floats{1, 2.5, -3, 0}}}},
                {{}, {{"shape", Ints{2}}, {"values", Floats{7, 8}}, {"dtype", "i32"}}},
                {{}, {{"values", Floats{0.5}}}},
                {{}, {{"shape", Ints{0}}, {"values", Floats{}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{}, {{"shape", Ints{3}}, {"values", Floats{1, 2}}}, "constant: 2 values do not fill the shape [3]."}};
    },
    .constant = true,

};

} // namespace ds
