// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_expand = {
    .name = "expand",
    .category = "shape",
    .doc = "Repeats along dimensions of size 1 and new leading ones, as NumPy broadcasting does.",

    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {ops::shapeAttr()},
    .infer = [](const InferCall& call) -> Inferred {
        const Shape shape = DS_TRY(ops::shapeOf(call.attrs.ints("shape")));
        const std::optional<Shape> both = broadcastShapes(call.shape(0), shape);
        if (!both || *both != shape)
            return Error{phrase("Ops", "%1 cannot be expanded to %2").with({call.in(0).text(), shape.text()}), "",
                         phrase("Ops", "Sizes must be equal or 1, counted from the last dimension.")};
        return std::vector{TensorType{call.dtype(0), shape}};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {sumTo(c.grad(), c.in(0).shape())}; },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {3, 1})}, {{"shape", Ints{2, 3, 4}}}},
                {{ops::randomTensor(rng, {})}, {{"shape", Ints{3}}}},
                {{ops::randomTensor(rng, {2, 3})}, {{"shape", Ints{2, 3}}}},
                {{ops::randomTensor(rng, {1, 3})}, {{"shape", Ints{0, 3}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}}),
                 {{"shape", Ints{2, 6}}},
                 "expand: f32[2, 3] cannot be expanded to [2, 6]. Sizes must be equal or 1, counted from the last dimension."}};
    },

};

} // namespace ds
