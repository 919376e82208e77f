// SPDX-License-Identifier: Apache-2.0
#include "core/optim/optimizers/adam_common.h"

namespace ds {

extern const OptimizerSpec optimizer_lamb = {
    .name = "lamb",
    .doc = "Adam with each parameter's step scaled to its norm, for very large batches (You et al., 2020).",
    .attributes = optimizers::momentAttributes(0.001, 0.01, 1e-6),
    .build = [](OptimizerCall& c) { return optimizers::buildMoments(c, "lamb", {}); },
};

} // namespace ds
