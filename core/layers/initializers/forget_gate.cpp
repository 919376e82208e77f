// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/layers/initializers/common.h"

namespace ds {

extern const InitializerSpec initializer_forget_gate = {
    .name = "forget_gate",
    .doc = "For the offsets of an LSTM: 1 for the forget gate, which is the second quarter of the rows, so that the state lasts from the "
           "start (Jozefowicz et al., 2015); else 0.",
    .attributes = {initializers::fanIn, initializers::fanOut},
    .fill =
        [](Tensor& tensor, const Attrs& attrs, Rng& rng) {
            (void)attrs;
            (void)rng;
            initializers::fillConstant(tensor, 0);
            const auto values = tensor.span<float>();
            const std::size_t gate = values.size() / 4;
            std::fill(values.begin() + gate, values.begin() + 2 * gate, 1.0F);
        },
};

} // namespace ds
