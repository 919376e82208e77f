// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_concat = {
    .name = "concat",
    .category = "shape",
    .doc = "Joins tensors along one dimension; the other sizes must be equal.",

    .inputs = {{.name = "x", .kind = PortKind::Variadic}},
    .outputs = {{"y"}},
    .attributes = {ops::axisAttr(0)},
    .infer = [](const InferCall& call) -> Inferred {
        TensorType type = call.in(0);
        const int axis = DS_TRY(ops::axisOf(call.attrs.integer("axis"), type.shape.rank()));
        for (int i = 1; i < call.count(); ++i) {
            TensorType other = call.in(i);
            const int64_t size = other.shape.rank() == type.shape.rank() ? other.shape[axis] : 0;
            if (other.shape.rank() == type.shape.rank()) other.shape[axis] = type.shape[axis];
            if (other != type)
                return Error{phrase("Ops", "%1 and %2 cannot be joined along dimension %3")
                                 .with({call.in(0).text(), call.in(i).text(), std::to_string(axis)}),
                             "", phrase("Ops", "All other sizes and the dtypes must be equal.")};
            type.shape[axis] += size;
        }
        return std::vector{type};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        const int axis = ops::axisOf(c.attrs.integer("axis"), c.out().shape().rank()).value();
        Values grads;
        int64_t at = 0;
        for (std::size_t i = 0; i < c.inputs.size(); ++i) {
            const Shape& shape = c.inputs[i].shape();
            Ints begin(static_cast<std::size_t>(shape.rank())), end = shape.vector();
            begin[static_cast<std::size_t>(axis)] = at;
            at += shape[axis];
            end[static_cast<std::size_t>(axis)] = at;
            grads.push_back(c.wants(static_cast<int>(i)) ? ops::call("slice", {c.grad()}, {{"begin", begin}, {"end", end}}) : Value{});
        }
        return grads;
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {2, 3}), ops::randomTensor(rng, {1, 3})}},
                {{ops::randomTensor(rng, {2, 3}), ops::randomTensor(rng, {2, 1}), ops::randomTensor(rng, {2, 0})}, {{"axis", -1}}},
                {{ops::randomTensor(rng, {2, 3, 2})}, {{"axis", 1}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{}, {}, "concat: input \"x\" is missing."},
                {ops::f32s({{2, 3}, {2, 4}}),
                 {},
                 "concat: f32[2, 3] and f32[2, 4] cannot be joined along dimension 0. All other sizes and the dtypes must be equal."}};
    },

};

} // namespace ds
