// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_relu = {
    .name = "relu",
    .category = "math",
    .doc = "max(x, 0). The derivative at 0 is taken as 0.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameNumber,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {ops::call("relu_grad", {c.out(), c.grad()})};
    },
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesBool("relu"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
