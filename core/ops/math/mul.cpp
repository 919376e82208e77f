// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_mul = {
    .name = "mul",
    .category = "math",
    .doc = "Product, element by element, with NumPy broadcasting.",
    .inputs = {{"a"}, {"b"}},
    .outputs = {{"y"}},
    .infer = ops::inferArithmetic,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {c.wants(0) ? sumTo(c.grad() * c.in(1), c.in(0).shape()) : Value{},
                c.wants(1) ? sumTo(c.grad() * c.in(0), c.in(1).shape()) : Value{}};
    },
    .samples = [](Rng& rng) { return ops::binarySamples(rng); },
    .badSamples = [] { return ops::refusesBroadcast("mul"); },
    .inPlace = {{0, 0}, {0, 1}},
    .anyLayout = true,
};

} // namespace ds
