// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_pow = {
    .name = "pow",
    .category = "math",
    .doc = "a to the power of b, element by element, with NumPy broadcasting. Derivatives with respect to b are 0 where a is not positive.",
    .inputs = {{"a"}, {"b"}},
    .outputs = {{"y"}},
    .infer = ops::inferBroadcastFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        // Where b is 0 the derivative is 0 whatever a is; where a is not positive, log(a) must not make a NaN.
        const Value zero = ops::scalarLike(c.in(0), 0), one = ops::scalarLike(c.in(0), 1);
        const Value lowered = ops::call("select", {ops::call("equal", {c.in(1), zero}), one, c.in(1) - 1.0});
        const Value base = ops::call("select", {ops::call("greater", {c.in(0), zero}), c.in(0), one});
        return {c.wants(0) ? sumTo(c.grad() * (c.in(1) * ops::call("pow", {c.in(0), lowered})), c.in(0).shape()) : Value{},
                c.wants(1) ? sumTo(c.grad() * c.out() * ops::call("log", {base}), c.in(1).shape()) : Value{}};
    },
    .samples = [](Rng& rng) { return ops::binarySamples(rng, 0.3, 2.2); },
    .badSamples = [] { return ops::refusesBroadcast("pow"); },
    .inPlace = {{0, 0}, {0, 1}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
