// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_round = {
    .name = "round",
    .category = "math",
    .doc = "The nearest whole number; halves go to the even one.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesIntegers("round"); },
    .constant = true,
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
