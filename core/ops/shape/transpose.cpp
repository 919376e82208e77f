// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_transpose = {
    .name = "transpose",
    .category = "shape",
    .doc = "Reorders the dimensions: dimension i of the result is dimension order[i] of x.",

    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "order", .type = AttrType::Ints, .required = true, .min = 0, .doc = "Each dimension once."}},
    .infer = [](const InferCall& call) -> Inferred {
        const Ints& order = call.attrs.ints("order");
        const Shape& shape = call.shape(0);
        Ints sorted = order;
        std::sort(sorted.begin(), sorted.end());
        bool each = static_cast<int>(order.size()) == shape.rank();
        for (std::size_t i = 0; each && i < sorted.size(); ++i) each = sorted[i] == static_cast<int64_t>(i);
        if (!each)
            return Error{phrase("Ops", "the order %1 does not name each dimension of %2 once").with({attrText(order), call.in(0).text()}),
                         "", ""};
        TensorType type = call.in(0);
        for (int i = 0; i < shape.rank(); ++i) type.shape[i] = shape[static_cast<int>(order[static_cast<std::size_t>(i)])];
        return std::vector{type};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        const Ints& order = c.attrs.ints("order");
        Ints inverse(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) inverse[static_cast<std::size_t>(order[i])] = static_cast<int64_t>(i);
        return {transpose(c.grad(), inverse)};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {3, 4})}, {{"order", Ints{1, 0}}}},
                {{ops::randomTensor(rng, {2, 3, 4})}, {{"order", Ints{2, 0, 1}}}},
                {{ops::randomTensor(rng, {2, 1, 2, 3})}, {{"order", Ints{0, 2, 1, 3}}}},
                {{ops::randomTensor(rng, {})}, {{"order", Ints{}}}},
                {{ops::randomTensor(rng, {0, 2})}, {{"order", Ints{1, 0}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {ops::f32s({{2, 3}}), {{"order", Ints{0, 0}}}, "transpose: the order [0, 0] does not name each dimension of f32[2, 3] once."}};
    },

};

} // namespace ds
