// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_relu_grad = {
    .name = "relu_grad",
    .category = "math",
    .doc = "The gradient where the result of relu is positive, else 0. Takes the result, so that the input need not be kept.",
    .inputs = {{"y"}, {"grad"}},
    .outputs = {{"dx"}},
    .infer = [](const InferCall& call) -> Inferred {
        if (call.in(0) != call.in(1))
            return Error{phrase("Ops", "the result %1 and its gradient %2 must have one type").with({call.in(0).text(), call.in(1).text()}),
                         "", ""};
        return std::vector{call.in(0)};
    },
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        return {c.in(1) * ops::indicator(ops::call("greater", {c.in(0), ops::scalarLike(c.in(0), 0)}), c.in(0).dtype())};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {Value{}, ops::call("relu_grad", {c.in(0), c.grad()})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {3, 5}), ops::randomTensor(rng, {3, 5})}},
                {{ops::randomTensor(rng, {0}), ops::randomTensor(rng, {0})}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2}, {3}}), {}, "relu_grad: the result f32[2] and its gradient f32[3] must have one type."}};
    },
    .inPlace = {{0, 1}},
    .anyLayout = true,
};

} // namespace ds
