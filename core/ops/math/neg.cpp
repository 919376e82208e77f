// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_neg = {
    .name = "neg",
    .category = "math",
    .doc = "The negative of each element.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameNumber,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {-c.grad()}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesBool("neg"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
