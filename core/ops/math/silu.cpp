// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_silu = {
    .name = "silu",
    .category = "math",
    .doc = "x * sigmoid(x), also known as swish.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        const Value s = ops::call("sigmoid", {c.in(0)});
        return {c.grad() * (s * (1.0 + c.in(0) * (1.0 - s)))};
    },
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesIntegers("silu"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
