// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_square = {
    .name = "square",
    .category = "math",
    .doc = "x * x.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameNumber,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {c.grad() * 2.0 * c.in(0)}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesBool("square"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
