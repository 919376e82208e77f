// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_mul = {
    .name = "mul",
    .category = "math",
    .doc = "Product, element by element, with NumPy broadcasting.",
    .inputs = {{"a"}, {"b"}},
    .outputs = {{"y"}},
    .infer = ops::inferBroadcast,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {c.wants(0) ? sumTo(c.grad() * c.in(1), c.in(0).shape()) : Value{},
                c.wants(1) ? sumTo(c.grad() * c.in(0), c.in(1).shape()) : Value{}};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {3, 4}), ops::randomTensor(rng, {3, 4})}},
                {{ops::randomTensor(rng, {2, 3, 4}), ops::randomTensor(rng, {3, 1})}},
                {{ops::randomTensor(rng, {}), ops::randomTensor(rng, {5})}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}, {4}}),
                 {},
                 "mul: the shapes [2, 3] and [4] cannot be broadcast together. Sizes must be equal or 1, counted from the last dimension."},
                {{{DType::F32, {2}}, {DType::I32, {2}}}, {}, "mul: the inputs have different dtypes, f32[2] and i32[2]. Insert a cast."}};
    },
    .inPlace = {{0, 0}, {0, 1}},
    .anyLayout = true,
};

} // namespace ds
