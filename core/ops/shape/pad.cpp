// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_pad = {
    .name = "pad",
    .category = "shape",
    .doc = "Surrounds the tensor with a constant value.",

    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes =
        {{.name = "before", .type = AttrType::Ints, .required = true, .min = 0, .doc = "Elements to add in front, for each dimension."},
         {.name = "after", .type = AttrType::Ints, .required = true, .min = 0, .doc = "Elements to add behind, for each dimension."},
         {.name = "value", .type = AttrType::Float, .fallback = 0.0, .doc = "The value of the added elements."}},
    .infer = [](const InferCall& call) -> Inferred {
        const Ints &before = call.attrs.ints("before"), &after = call.attrs.ints("after");
        TensorType type = call.in(0);
        const auto rank = static_cast<std::size_t>(type.shape.rank());
        if (before.size() != rank || after.size() != rank)
            return Error{phrase("Ops", "before and after need one number for each dimension of %1").with({type.text()}), "", ""};
        for (std::size_t i = 0; i < rank; ++i) type.shape[static_cast<int>(i)] += before[i] + after[i];
        return std::vector{type};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        const Ints& before = c.attrs.ints("before");
        Ints end = before;
        for (std::size_t i = 0; i < end.size(); ++i) end[i] += c.in(0).shape()[static_cast<int>(i)];
        return {ops::call("slice", {c.grad()}, {{"begin", before}, {"end", end}})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {2, 3})}, {{"before", Ints{1, 0}}, {"after", Ints{0, 2}}, {"value", 0.5}}},
                {{ops::randomTensor(rng, {2, 1, 3})}, {{"before", Ints{0, 1, 2}}, {"after", Ints{0, 1, 0}}}},
                {{ops::randomTensor(rng, {})}, {{"before", Ints{}}, {"after", Ints{}}}},
                {{ops::randomTensor(rng, {0})}, {{"before", Ints{1}}, {"after", Ints{1}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}}),
                 {{"before", Ints{1}}, {"after", Ints{0, 0}}},
                 "pad: before and after need one number for each dimension of f32[2, 3]."}};
    },

};

} // namespace ds
