// SPDX-License-Identifier: Apache-2.0
#include "core/optim/optimizer.h"

namespace ds {

extern const OptimizerSpec optimizer_sgd = {
    .name = "sgd",
    .doc = "Steps against the gradient, with momentum (Sutskever et al., 2013) and Nesterov's look ahead.",
    .attributes = {learningRateAttr(0.01),
                   weightDecayAttr(0.0),
                   {.name = "momentum",
                    .type = AttrType::Float,
                    .fallback = 0.0,
                    .min = 0,
                    .max = 0.9999,
                    .doc = "Share of the last step that goes on."},
                   {.name = "nesterov", .type = AttrType::Bool, .fallback = false, .doc = "Look ahead along the momentum."}},
    .build = [](OptimizerCall& c) -> Value {
        const Attrs attrs{
            {"momentum", c.attrs.number("momentum")}, {"nesterov", c.attrs.boolean("nesterov")}, {"weight_decay", c.weightDecay}};
        if (c.attrs.number("momentum") == 0)
            return c.ops("sgd", {c.parameter, c.grad, c.learningRate}, {{"weight_decay", c.weightDecay}})[0];
        const Value velocity = c.state("velocity");
        const Values y = c.ops("sgd", {c.parameter, c.grad, c.learningRate, velocity}, attrs);
        c.update(velocity, y[1]);
        return y[0];
    },
};

} // namespace ds
