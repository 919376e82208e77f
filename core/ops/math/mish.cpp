// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_mish = {
    .name = "mish",
    .category = "math",
    .doc = "x * tanh(softplus(x)) (Misra, \"Mish\").",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values { return {c.in(0) * ops::call("tanh", {ops::call("softplus", {c.in(0)})})}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesIntegers("mish"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
