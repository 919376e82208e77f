// SPDX-License-Identifier: Apache-2.0
#include "core/optim/optimizer.h"

namespace ds {

extern const OptimizerSpec optimizer_adagrad = {
    .name = "adagrad",
    .doc = "Steps divided by the root of the sum of all squared gradients (Duchi et al., 2011): for sparse features.",
    .attributes = {learningRateAttr(0.01),
                   weightDecayAttr(0.0),
                   {.name = "lr_decay",
                    .type = AttrType::Float,
                    .fallback = 0.0,
                    .min = 0,
                    .doc = "How fast the learning rate falls with the steps."},
                   {.name = "epsilon", .type = AttrType::Float, .fallback = 1e-10, .min = 0, .doc = "Keeps divisions away from 0."}},
    .build = [](OptimizerCall& c) -> Value {
        const Value sum = c.state("sum");
        const Values y =
            c.ops("adagrad", {c.parameter, c.grad, sum, c.learningRate, c.step},
                  {{"lr_decay", c.attrs.number("lr_decay")}, {"epsilon", c.attrs.number("epsilon")}, {"weight_decay", c.weightDecay}});
        c.update(sum, y[1]);
        return y[0];
    },
};

} // namespace ds
