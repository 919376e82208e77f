// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_reshape = {
    .name = "reshape",
    .category = "shape",
    .doc = "The same elements in the same order under another shape. One size may be -1: it follows from the others.",

    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "shape", .type = AttrType::Ints, .required = true, .min = -1, .doc = "Sizes of the result; one may be -1."}},
    .infer = [](const InferCall& call) -> Inferred {
        Ints sizes = call.attrs.ints("shape");
        int64_t known = 1;
        int64_t* open = nullptr;
        for (int64_t& size : sizes) {
            if (size >= 0) known *= size;
            else if (open)
                return Error{phrase("Ops", "only one size may be -1, got %1").with({attrText(call.attrs.ints("shape"))}), "", ""};
            else open = &size;
        }
        const int64_t count = call.in(0).count();
        if (open && known > 0) *open = count / known;
        if (open && *open < 0)
            return Error{phrase("Ops", "the size -1 cannot be told beside a size 0, got %1").with({attrText(sizes)}), "", ""};
        const Shape shape = DS_TRY(ops::shapeOf(sizes));
        if (shape.count() != count)
            return Error{phrase("Ops", "%1 has %2 elements, which do not fill the shape %3")
                             .with({call.in(0).text(), std::to_string(count), attrText(call.attrs.ints("shape"))}),
                         "", ""};
        return std::vector{TensorType{call.dtype(0), shape}};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {reshape(c.grad(), c.in(0).shape())}; },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {3, 4})}, {{"shape", Ints{2, 6}}}},
                {{ops::randomTensor(rng, {2, 3, 2})}, {{"shape", Ints{-1, 2}}}},
                {{ops::randomTensor(rng, {1, 1})}, {{"shape", Ints{}}}},
                {{ops::randomTensor(rng, {0, 3})}, {{"shape", Ints{3, 0}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}}), {{"shape", Ints{4}}}, "reshape: f32[2, 3] has 6 elements, which do not fill the shape [4]."},
                {ops::f32s({{2, 3}}), {{"shape", Ints{-1, -1}}}, "reshape: only one size may be -1, got [-1, -1]."},
                {ops::f32s({{0, 3}}), {{"shape", Ints{-1, 0}}}, "reshape: the size -1 cannot be told beside a size 0, got [-1, 0]."}};
    },
    .view = true,

};

} // namespace ds
