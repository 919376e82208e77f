// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_hardsigmoid = {
    .name = "hardsigmoid",
    .category = "math",
    .doc = "min(max(x / 6 + 1 / 2, 0), 1).",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        return {ops::call("clamp", {c.in(0) / 6.0 + 0.5}, {{"min", 0.0}, {"max", 1.0}})};
    },
    .samples = [](Rng& rng) { return ops::unarySamples(rng, -5, 5); },
    .badSamples = [] { return ops::refusesIntegers("hardsigmoid"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
