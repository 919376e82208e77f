// SPDX-License-Identifier: Apache-2.0
#include "core/optim/optimizer.h"

namespace ds {

extern const OptimizerSpec optimizer_rmsprop = {
    .name = "rmsprop",
    .doc = "Steps divided by a running root mean square of the gradient (Tieleman & Hinton, 2012).",
    .attributes =
        {learningRateAttr(0.01),
         weightDecayAttr(0.0),
         {.name = "alpha", .type = AttrType::Float, .fallback = 0.99, .min = 0, .max = 0.999999, .doc = "Decay of the mean of squares."},
         {.name = "epsilon", .type = AttrType::Float, .fallback = 1e-8, .min = 0, .doc = "Keeps divisions away from 0."},
         {.name = "momentum",
          .type = AttrType::Float,
          .fallback = 0.0,
          .min = 0,
          .max = 0.9999,
          .doc = "Share of the last step that goes on."},
         {.name = "centered", .type = AttrType::Bool, .fallback = false, .doc = "Whether the mean gradient is taken off first."}},
    .build = [](OptimizerCall& c) -> Value {
        const Value square = c.state("square_average");
        const bool momentum = c.attrs.number("momentum") > 0, centered = c.attrs.boolean("centered");
        const Value velocity = momentum ? c.state("velocity") : Value{}, average = centered ? c.state("gradient_average") : Value{};
        const Values y = c.ops("rmsprop", {c.parameter, c.grad, square, c.learningRate, velocity, average},
                               {{"alpha", c.attrs.number("alpha")},
                                {"epsilon", c.attrs.number("epsilon")},
                                {"momentum", c.attrs.number("momentum")},
                                {"centered", centered},
                                {"weight_decay", c.weightDecay}});
        c.update(square, y[1]);
        std::size_t next = 2;
        if (momentum) c.update(velocity, y[next++]);
        if (centered) c.update(average, y[next]);
        return y[0];
    },
};

} // namespace ds
