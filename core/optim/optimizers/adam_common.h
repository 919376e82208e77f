// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/optim/optimizer.h"

namespace ds::optimizers {

inline std::vector<AttrSpec> momentAttributes(double learningRate, double weightDecay, double epsilon)
{
    return {
        learningRateAttr(learningRate),
        weightDecayAttr(weightDecay),
        {.name = "beta1", .type = AttrType::Float, .fallback = 0.9, .min = 0, .max = 0.999999, .doc = "Decay of the mean of gradients."},
        {.name = "beta2",
         .type = AttrType::Float,
         .fallback = 0.999,
         .min = 0,
         .max = 0.999999,
         .doc = "Decay of the mean of their squares."},
        {.name = "epsilon", .type = AttrType::Float, .fallback = epsilon, .min = 0, .doc = "Keeps divisions away from 0."}};
}

/// For ops (param, grad, m, v, lr, step) → param, m, v.
inline Value buildMoments(OptimizerCall& c, std::string_view op, Attrs attrs)
{
    const Value m = c.state("m"), v = c.state("v");
    for (const char* name : {"beta1", "beta2", "epsilon"}) attrs.set(name, c.attrs.number(name));
    attrs.set("weight_decay", c.weightDecay);
    const Values y = c.ops(op, {c.parameter, c.grad, m, v, c.learningRate, c.step}, std::move(attrs));
    c.update(m, y[1]);
    c.update(v, y[2]);
    return y[0];
}

} // namespace ds::optimizers
