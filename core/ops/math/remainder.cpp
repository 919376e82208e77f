// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_remainder = {
    .name = "remainder",
    .category = "math",
    .doc = "a - b * floor(a / b), the remainder that has the sign of b, element by element, with NumPy broadcasting.",
    .inputs = {{"a"}, {"b"}},
    .outputs = {{"y"}},
    .infer = ops::inferArithmetic,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {c.wants(0) ? sumTo(c.grad(), c.in(0).shape()) : Value{},
                c.wants(1) ? sumTo(-c.grad() * ops::call("floor", {c.in(0) / c.in(1)}), c.in(1).shape()) : Value{}};
    },
    .samples =
        [](Rng& rng) {
            std::vector<Sample> samples = ops::binarySamples(rng, 0.6, 2.2);
            samples.push_back({{Tensor::of({4}, {-3.3, 3.3, -3.3, 3.3}), Tensor::of({4}, {2, -2, -2, 2})}});
            return samples;
        },
    .badSamples = [] { return ops::refusesBroadcast("remainder"); },
    .inPlace = {{0, 0}, {0, 1}},
    .anyLayout = true,
};

} // namespace ds
