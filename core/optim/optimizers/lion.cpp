// SPDX-License-Identifier: Apache-2.0
#include "core/optim/optimizer.h"

namespace ds {

extern const OptimizerSpec optimizer_lion = {
    .name = "lion",
    .doc = "Steps of one size in the direction of the sign of a running mean (Chen et al., 2023). Use a tenth of Adam's learning rate.",
    .attributes =
        {learningRateAttr(0.0001),
         weightDecayAttr(0.0),
         {.name = "beta1",
          .type = AttrType::Float,
          .fallback = 0.9,
          .min = 0,
          .max = 0.999999,
          .doc = "Decay of the mean whose sign is taken."},
         {.name = "beta2", .type = AttrType::Float, .fallback = 0.99, .min = 0, .max = 0.999999, .doc = "Decay of the stored mean."}},
    .build = [](OptimizerCall& c) -> Value {
        const Value m = c.state("m");
        const Values y = c.ops("lion", {c.parameter, c.grad, m, c.learningRate},
                               {{"beta1", c.attrs.number("beta1")}, {"beta2", c.attrs.number("beta2")}, {"weight_decay", c.weightDecay}});
        c.update(m, y[1]);
        return y[0];
    },
};

} // namespace ds
