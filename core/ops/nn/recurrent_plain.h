// SPDX-License-Identifier: Apache-2.0
// rnn, lstm and gru in plain loops: the reference kernels, and the outputs that samples of the gradients need.
#pragma once

#include <vector>

#include "core/ops/nn/recurrent_common.h"

namespace ds::ops {

struct PlainRecurrent {
    std::vector<double> y;                   ///< [T, N, H]
    std::vector<double> tape;                ///< [T, N, tape * H]
    std::vector<std::vector<double>> states; ///< the last ones: h and, of lstm, c, [N, H] each
};

/// `inputs` in the order of the op, empty where absent; `x` is the shape of the first one.
PlainRecurrent plainRecurrent(const RecurrentKind& kind, const Attrs& attrs, const Shape& x, int64_t hidden,
                              const std::vector<std::vector<double>>& inputs);

} // namespace ds::ops
