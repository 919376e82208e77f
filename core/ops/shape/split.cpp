// SPDX-License-Identifier: Apache-2.0
#include <numeric>

#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_split = {
    .name = "split",
    .category = "shape",
    .doc = "Cuts along one dimension into parts of given sizes; the opposite of concat.",

    .inputs = {{"x"}},
    .outputs = {{"y", "one output for each size", PortKind::Variadic}},
    .attributes =
        {ops::axisAttr(0),
         {.name = "sizes", .type = AttrType::Ints, .required = true, .min = 0, .doc = "Sizes of the parts; they add up to the dimension."}},
    .infer = [](const InferCall& call) -> Inferred {
        const int axis = DS_TRY(ops::axisOf(call.attrs.integer("axis"), call.shape(0).rank()));
        const Ints& sizes = call.attrs.ints("sizes");
        if (sizes.empty() || std::accumulate(sizes.begin(), sizes.end(), int64_t{0}) != call.shape(0)[axis])
            return Error{phrase("Ops", "the sizes %1 do not add up to dimension %2 of %3")
                             .with({attrText(sizes), std::to_string(axis), call.in(0).text()}),
                         "", ""};
        std::vector<TensorType> types(sizes.size(), call.in(0));
        for (std::size_t i = 0; i < sizes.size(); ++i) types[i].shape[axis] = sizes[i];
        return types;
    },
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        const Shape& shape = c.in(0).shape();
        const auto axis = static_cast<std::size_t>(ops::axisOf(c.attrs.integer("axis"), shape.rank()).value());
        Ints begin(static_cast<std::size_t>(shape.rank())), end = shape.vector();
        Values parts;
        for (int64_t size : c.attrs.ints("sizes")) {
            end[axis] = begin[axis] + size;
            parts.push_back(ops::call("slice", {c.in(0)}, {{"begin", begin}, {"end", end}}));
            begin[axis] = end[axis];
        }
        return parts;
    },
    .vjp = [](GraphBuilder& builder, const GradCall& c) -> Values {
        Values parts;
        for (std::size_t i = 0; i < c.outputs.size(); ++i) parts.push_back(c.grads[i] ? c.grads[i] : builder.zerosLike(c.outputs[i]));
        return {ops::call("concat", parts, {{"axis", c.attrs.integer("axis")}})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {5, 3})}, {{"sizes", Ints{2, 3}}}},
                {{ops::randomTensor(rng, {2, 4, 2})}, {{"axis", 1}, {"sizes", Ints{1, 0, 3}}}},
                {{ops::randomTensor(rng, {1, 2})}, {{"axis", -1}, {"sizes", Ints{2}}}},
                {{ops::randomTensor(rng, {0})}, {{"sizes", Ints{0, 0}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{5}}), {{"sizes", Ints{2, 2}}}, "split: the sizes [2, 2] do not add up to dimension 0 of f32[5]."}};
    },

};

} // namespace ds
