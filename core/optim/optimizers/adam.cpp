// SPDX-License-Identifier: Apache-2.0
#include "core/optim/optimizers/adam_common.h"

namespace ds {

extern const OptimizerSpec optimizer_adam = {
    .name = "adam",
    .doc =
        "Steps scaled by running means of the gradient and its square (Kingma & Ba, 2015). Weight decay counts as a part of the gradient.",
    .attributes = optimizers::momentAttributes(0.001, 0.0, 1e-8),
    .build =
        [](OptimizerCall& c) {
            return optimizers::buildMoments(c, "adam", {{"decoupled", false}});
        },
};

} // namespace ds
