// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_ceil = {
    .name = "ceil",
    .category = "math",
    .doc = "The smallest whole number that is not less.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesIntegers("ceil"); },
    .constant = true,
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
