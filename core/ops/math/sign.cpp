// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_sign = {
    .name = "sign",
    .category = "math",
    .doc = "-1, 0 or 1 by the sign of each element.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameNumber,
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesBool("sign"); },
    .constant = true,
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
