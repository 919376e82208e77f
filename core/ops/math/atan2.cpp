// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_atan2 = {
    .name = "atan2",
    .category = "math",
    .doc = "The angle of the point (b, a) from the first axis, in (-pi, pi], element by element, with NumPy broadcasting.",
    .inputs = {{"a"}, {"b"}},
    .outputs = {{"y"}},
    .infer = ops::inferBroadcastFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        const Value norm = c.in(0) * c.in(0) + c.in(1) * c.in(1);
        return {c.wants(0) ? sumTo(c.grad() * c.in(1) / norm, c.in(0).shape()) : Value{},
                c.wants(1) ? sumTo(-c.grad() * c.in(0) / norm, c.in(1).shape()) : Value{}};
    },
    .samples = [](Rng& rng) { return ops::binarySamples(rng); },
    .badSamples = [] { return ops::refusesBroadcast("atan2"); },
    .inPlace = {{0, 0}, {0, 1}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
