// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_floor = {
    .name = "floor",
    .category = "math",
    .doc = "The largest whole number that is not greater.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesIntegers("floor"); },
    .constant = true,
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
