// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_slice = {
    .name = "slice",
    .category = "shape",
    .doc = "The part from begin up to, not including, end of each dimension, every step-th element.",

    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes =
        {{.name = "begin", .type = AttrType::Ints, .required = true, .min = 0, .doc = "First element, for each dimension."},
         {.name = "end", .type = AttrType::Ints, .required = true, .min = 0, .doc = "One past the last, for each dimension."},
         {.name = "step", .type = AttrType::Ints, .fallback = Ints{}, .min = 1, .doc = "Distance, for each dimension; empty: 1."}},
    .infer = [](const InferCall& call) -> Inferred {
        const Ints &begin = call.attrs.ints("begin"), &end = call.attrs.ints("end"), &step = call.attrs.ints("step");
        TensorType type = call.in(0);
        const auto rank = static_cast<std::size_t>(type.shape.rank());
        if (begin.size() != rank || end.size() != rank || (!step.empty() && step.size() != rank))
            return Error{phrase("Ops", "begin, end and step need one number for each dimension of %1").with({type.text()}), "", ""};
        for (std::size_t i = 0; i < rank; ++i) {
            int64_t& size = type.shape[static_cast<int>(i)];
            if (begin[i] > end[i] || end[i] > size)
                return Error{phrase("Ops", "the range from %1 to %2 does not lie in dimension %3 of %4")
                                 .with({std::to_string(begin[i]), std::to_string(end[i]), std::to_string(i), call.in(0).text()}),
                             "", ""};
            const int64_t distance = step.empty() ? 1 : step[i];
            size = (end[i] - begin[i] + distance - 1) / distance;
        }
        return std::vector{type};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        const Ints &begin = c.attrs.ints("begin"), &step = c.attrs.ints("step");
        const Shape &full = c.in(0).shape(), &part = c.out().shape();
        Value grad = c.grad();
        // Zeros between the elements that a step left out: one dimension more, padded, folded back, cut.
        for (int axis = 0; axis < full.rank(); ++axis) {
            const int64_t distance = step.empty() ? 1 : step[static_cast<std::size_t>(axis)];
            if (distance == 1 || part[axis] == 0) continue;
            const Shape now = grad.shape();
            const Shape split{now.count(0, axis), now[axis], 1, now.count(axis + 1, now.rank())};
            Value wide = ops::call("pad", {reshape(grad, split)}, {{"before", Ints{0, 0, 0, 0}}, {"after", Ints{0, 0, distance - 1, 0}}});
            wide = reshape(wide, {split[0], split[1] * distance, split[3]});
            const int64_t kept = (split[1] - 1) * distance + 1;
            wide = ops::call("slice", {wide}, {{"begin", Ints{0, 0, 0}}, {"end", Ints{split[0], kept, split[3]}}});
            Shape shape = now;
            shape[axis] = kept;
            grad = reshape(wide, shape);
        }
        Ints after;
        for (int axis = 0; axis < full.rank(); ++axis)
            after.push_back(full[axis] - begin[static_cast<std::size_t>(axis)] - grad.shape()[axis]);
        return {ops::call("pad", {grad}, {{"before", begin}, {"after", after}})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {3, 4})}, {{"begin", Ints{1, 0}}, {"end", Ints{3, 3}}}},
                {{ops::randomTensor(rng, {2, 7, 6})}, {{"begin", Ints{0, 1, 0}}, {"end", Ints{2, 7, 6}}, {"step", Ints{1, 2, 3}}}},
                {{ops::randomTensor(rng, {1})}, {{"begin", Ints{0}}, {"end", Ints{1}}}},
                {{ops::randomTensor(rng, {4, 2})}, {{"begin", Ints{2, 0}}, {"end", Ints{2, 2}}}},
                {{ops::randomTensor(rng, {0})}, {{"begin", Ints{0}}, {"end", Ints{0}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}}),
                 {{"begin", Ints{0}}, {"end", Ints{1}}},
                 "slice: begin, end and step need one number for each dimension of f32[2, 3]."},
                {ops::f32s({{2, 3}}),
                 {{"begin", Ints{0, 1}}, {"end", Ints{2, 4}}},
                 "slice: the range from 1 to 4 does not lie in dimension 1 of f32[2, 3]."}};
    },

};

} // namespace ds
