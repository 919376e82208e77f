// SPDX-License-Identifier: Apache-2.0
// Optimisers as graph builders: each is one file in optimizers/, and their arithmetic is the op of the same name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/graph/builder.h"

namespace ds {

/// One parameter's update as an optimiser sees it.
class OptimizerCall {
public:
    OptimizerCall(GraphBuilder& graph, const Attrs& attrs, Value parameter, Value grad, Value learningRate, Value step, double weightDecay)
        : attrs(attrs), parameter(parameter), grad(grad), learningRate(learningRate), step(step), weightDecay(weightDecay), m_graph(graph)
    {
    }

    const Attrs& attrs;
    Value parameter, grad;
    Value learningRate; ///< f32[]
    Value step;         ///< i64[], counted from 1
    double weightDecay; ///< 0 for parameters of the group without

    /// "optimizer.PARAMETER.NAME", of the parameter's type, zero at first.
    Value state(std::string_view name);
    void update(Value state, Value value) { m_graph.update(state, value); }
    Values ops(std::string_view op, const Values& inputs, Attrs opAttrs) { return m_graph.ops(op, inputs, std::move(opAttrs)); }

private:
    GraphBuilder& m_graph;
};

struct OptimizerSpec {
    std::string_view name, doc;
    std::vector<AttrSpec> attributes; ///< learning_rate and weight_decay among them
    /// The new value of the parameter.
    Value (*build)(OptimizerCall& call);
};

const std::vector<const OptimizerSpec*>& allOptimizers();
const OptimizerSpec* findOptimizer(std::string_view name);
std::vector<std::string_view> optimizerNames();

/// The attributes that all optimisers have.
AttrSpec learningRateAttr(double fallback);
AttrSpec weightDecayAttr(double fallback);

} // namespace ds
