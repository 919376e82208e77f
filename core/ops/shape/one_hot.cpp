// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_one_hot = {
    .name = "one_hot",
    .category = "shape",
    .doc = "1 at the position that each index names along a new last dimension, else 0. An index out of range gives zeros.",

    .inputs = {{"indices", "i32 or i64"}},
    .outputs = {{"y", "indices.shape + [classes]"}},
    .attributes = {{.name = "classes", .type = AttrType::Int, .required = true, .min = 1, .doc = "Size of the new dimension."},
                   ops::dtypeAttr()},
    .infer = [](const InferCall& call) -> Inferred {
        if (!isInteger(call.dtype(0)))
            return Error{phrase("Ops", "the indices must be whole numbers, got %1").with({call.in(0).text()}), "",
                         phrase("Ops", "Insert a cast.")};
        Ints sizes = call.shape(0).vector();
        sizes.push_back(call.attrs.integer("classes"));
        return std::vector{TensorType{ops::dtypeOf(call.attrs), DS_TRY(ops::shapeOf(sizes))}};
    },
    .decompose = [](GraphBuilder& builder, const OpCall& c) -> Values {
        const int64_t classes = c.attrs.integer("classes");
        Shape column = c.in(0).shape();
        column.push_back(1);
        const Value numbers = builder.op("iota", {}, {{"shape", Ints{classes}}, {"dtype", dtypeName(c.in(0).dtype())}});
        return {ops::indicator(ops::call("equal", {reshape(c.in(0), column), numbers}), ops::dtypeOf(c.attrs))};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomIndices(rng, {5}, 3)}, {{"classes", 3}}},
                {{ops::randomIndices(rng, {2, 3}, 5, DType::I32)}, {{"classes", 4}, {"dtype", "f64"}}, "out of range"},
                {{ops::randomIndices(rng, {}, 1)}, {{"classes", 1}}},
                {{ops::randomIndices(rng, {0}, 1)}, {{"classes", 2}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2}}), {{"classes", 3}}, "one_hot: the indices must be whole numbers, got f32[2]. Insert a cast."}};
    },
    .constant = true,

};

} // namespace ds
