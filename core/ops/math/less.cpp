// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_less = {
    .name = "less",
    .category = "math",
    .doc = "Whether a < b, element by element, with NumPy broadcasting.",
    .inputs = {{"a"}, {"b"}},
    .outputs = {{"y"}},
    .infer = ops::inferCompare,
    .samples =
        [](Rng& rng) {
            std::vector<Sample> samples = ops::binarySamples(rng);
            samples.push_back({{Tensor::of({3}, {1, 2, 3}), Tensor::of({3}, {2, 2, 2})}});
            samples.push_back({{Tensor::of({2}, {1, 2}, DType::I64), Tensor::of({2, 1}, {2, 1}, DType::I64)}});
            return samples;
        },
    .badSamples = [] { return ops::refusesBroadcast("less"); },
    .constant = true,
    .anyLayout = true,
};

} // namespace ds
