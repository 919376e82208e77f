// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_hardswish = {
    .name = "hardswish",
    .category = "math",
    .doc = "x * hardsigmoid(x) (Howard et al., \"Searching for MobileNetV3\").",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values { return {c.in(0) * ops::call("hardsigmoid", {c.in(0)})}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng, -5, 5); },
    .badSamples = [] { return ops::refusesIntegers("hardswish"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
