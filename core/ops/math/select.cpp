// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_select = {
    .name = "select",
    .category = "math",
    .doc = "The element of a where the condition holds, else that of b, with NumPy broadcasting.",
    .inputs = {{"condition", "bool"}, {"a"}, {"b"}},
    .outputs = {{"y"}},
    .infer = [](const InferCall& call) -> Inferred {
        if (call.dtype(0) != DType::Bool)
            return Error{phrase("Ops", "the condition must be bool, got %1").with({call.in(0).text()}), "",
                         phrase("Ops", "Compare the numbers with something.")};
        const TensorType sides = DS_TRY(ops::inferBroadcast({call.attrs, {call.inputs[1], call.inputs[2]}})).front();
        const std::optional<Shape> shape = broadcastShapes(call.shape(0), sides.shape);
        if (!shape)
            return Error{phrase("Ops", "the condition %1 cannot be broadcast to %2").with({call.shape(0).text(), sides.shape.text()}), "",
                         phrase("Ops", "Sizes must be equal or 1, counted from the last dimension.")};
        return std::vector{TensorType{sides.dtype, *shape}};
    },
    .vjp = [](GraphBuilder& builder, const GradCall& c) -> Values {
        const Value zero = builder.scalar(0, c.grad().dtype());
        return {{},
                c.wants(1) ? sumTo(ops::call("select", {c.in(0), c.grad(), zero}), c.in(1).shape()) : Value{},
                c.wants(2) ? sumTo(ops::call("select", {c.in(0), zero, c.grad()}), c.in(2).shape()) : Value{}};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto condition = [&](const Shape& shape) { return ops::randomIndices(rng, shape, 2, DType::Bool); };
        return {{{condition({3, 4}), ops::randomTensor(rng, {3, 4}), ops::randomTensor(rng, {3, 4})}},
                {{condition({3, 1}), ops::randomTensor(rng, {}), ops::randomTensor(rng, {2, 1, 4})}},
                {{condition({}), ops::randomTensor(rng, {1}), ops::randomTensor(rng, {1})}},
                {{condition({0}), ops::randomTensor(rng, {0}), ops::randomTensor(rng, {1})}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2}, {2}, {2}}), {}, "select: the condition must be bool, got f32[2]. Compare the numbers with something."},
                {{{DType::Bool, {3}}, {DType::F32, {2}}, {DType::F32, {2}}},
                 {},
                 "select: the condition [3] cannot be broadcast to [2]. Sizes must be equal or 1, counted from the last dimension."}};
    },
    .inPlace = {{0, 1}, {0, 2}},
    .anyLayout = true,
};

} // namespace ds
