// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_abs = {
    .name = "abs",
    .category = "math",
    .doc = "Absolute value. The derivative at 0 is taken as 0.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameNumber,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {c.grad() * ops::call("sign", {c.in(0)})}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesBool("abs"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
