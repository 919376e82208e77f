// SPDX-License-Identifier: Apache-2.0
#include "core/optim/optimizers/adam_common.h"

namespace ds {

extern const OptimizerSpec optimizer_adamw = {
    .name = "adamw",
    .doc = "Adam with weight decay apart from the gradient (Loshchilov & Hutter, 2019).",
    .attributes = optimizers::momentAttributes(0.001, 0.01, 1e-8),
    .build =
        [](OptimizerCall& c) {
            return optimizers::buildMoments(c, "adam", {{"decoupled", true}});
        },
};

} // namespace ds
