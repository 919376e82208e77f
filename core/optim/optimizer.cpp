// SPDX-License-Identifier: Apache-2.0
#include "core/optim/optimizer.h"

namespace ds {

#define DS_OPTIMIZER(name) extern const OptimizerSpec optimizer_##name;
#include "optimizers.inc"
#undef DS_OPTIMIZER

const std::vector<const OptimizerSpec*>& allOptimizers()
{
    static const std::vector<const OptimizerSpec*> list = {
#define DS_OPTIMIZER(name) &optimizer_##name,
#include "optimizers.inc"
#undef DS_OPTIMIZER
    };
    return list;
}

const OptimizerSpec* findOptimizer(std::string_view name)
{
    for (const OptimizerSpec* spec : allOptimizers())
        if (spec->name == name) return spec;
    return nullptr;
}

std::vector<std::string_view> optimizerNames()
{
    std::vector<std::string_view> names;
    for (const OptimizerSpec* spec : allOptimizers()) names.push_back(spec->name);
    return names;
}

AttrSpec learningRateAttr(double fallback)
{
    return {.name = "learning_rate",
            .type = AttrType::Float,
            .fallback = fallback,
            .min = 0,
            .max = 1e6,
            .doc = "Size of a step; the schedule scales it."};
}

AttrSpec weightDecayAttr(double fallback)
{
    return {.name = "weight_decay",
            .type = AttrType::Float,
            .fallback = fallback,
            .min = 0,
            .max = 1e6,
            .doc = "Pull of the weights towards 0."};
}

Value OptimizerCall::state(std::string_view name)
{
    const std::string full = "optimizer." + m_graph.graph().value(parameter.id()).name + "." + std::string(name);
    return m_graph.state(full, parameter.type());
}

} // namespace ds
