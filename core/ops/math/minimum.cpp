// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_minimum = {
    .name = "minimum",
    .category = "math",
    .doc = "The smaller of two, element by element, with NumPy broadcasting. Equal ones share the gradient.",
    .inputs = {{"a"}, {"b"}},
    .outputs = {{"y"}},
    .infer = ops::inferArithmetic,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {c.wants(0) ? sumTo(c.grad() * (ops::indicator(ops::call("less", {c.in(0), c.in(1)}), c.in(0).dtype()) +
                                               ops::indicator(ops::call("equal", {c.in(0), c.in(1)}), c.in(0).dtype()) * 0.5),
                                   c.in(0).shape())
                           : Value{},
                c.wants(1) ? sumTo(c.grad() * (ops::indicator(ops::call("greater", {c.in(0), c.in(1)}), c.in(0).dtype()) +
                                               ops::indicator(ops::call("equal", {c.in(0), c.in(1)}), c.in(0).dtype()) * 0.5),
                                   c.in(1).shape())
                           : Value{}};
    },
    .samples = [](Rng& rng) { return ops::binarySamples(rng); },
    .badSamples = [] { return ops::refusesBroadcast("minimum"); },
    .inPlace = {{0, 0}, {0, 1}},
    .anyLayout = true,
};

} // namespace ds
