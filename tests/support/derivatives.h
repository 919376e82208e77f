// SPDX-License-Identifier: Apache-2.0
// Compares the gradients that an op describes with finite differences on the reference backend, in f64.
#pragma once

#include <string>

#include "core/graph/graph.h"
#include "core/graph/op_spec.h"

namespace ds::test {

/// With a random cotangent c and f(x) = <op(x), c>: the gradient of f against central differences of f. Empty if they agree.
std::string checkFirstDerivatives(const OpSpec& op, const Sample& sample);

/// With a random direction v and h(x) = <gradient of f, v>: the gradient of h, made by differentiating the graph of the
/// gradient again, against central differences of h.
std::string checkSecondDerivatives(const OpSpec& op, const Sample& sample);

/// The gradient of the outputs of a graph in its f32 inputs, the graph being run in f64; `inputs` in the order of graph.inputs.
std::string checkGraphDerivatives(const Graph& graph, const std::vector<Tensor>& inputs);

} // namespace ds::test
