// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/initializers/common.h"

namespace ds {

extern const InitializerSpec initializer_ones = {
    .name = "ones",
    .doc = "All 1.",
    .attributes = {initializers::fanIn, initializers::fanOut},
    .fill =
        [](Tensor& tensor, const Attrs& attrs, Rng& rng) {
            (void)attrs;
            (void)rng;
            initializers::fillConstant(tensor, 1);
        },
};

} // namespace ds
