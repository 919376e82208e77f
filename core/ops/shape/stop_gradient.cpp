// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_stop_gradient = {
    .name = "stop_gradient",
    .category = "shape",
    .doc = "The same values, through which no gradient flows.",

    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSame,
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .constant = true,
    .view = true,

};

} // namespace ds
