// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_selu = {
    .name = "selu",
    .category = "math",
    .doc = "scale * elu(x, alpha) with the constants of Klambauer et al., \"Self-Normalizing Neural Networks\", that keep mean 0 and "
           "variance 1.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        constexpr double alpha = 1.6732632423543772, scale = 1.0507009873554805;
        return {ops::call("elu", {c.in(0)}, {{"alpha", alpha}}) * scale};
    },
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesIntegers("selu"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
