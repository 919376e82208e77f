// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_softsign = {
    .name = "softsign",
    .category = "math",
    .doc = "x / (1 + |x|).",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values { return {c.in(0) / (ops::call("abs", {c.in(0)}) + 1.0)}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesIntegers("softsign"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
