// SPDX-License-Identifier: Apache-2.0
// All passes: functions from Graph to Graph. None of them knows a backend; what depends on one comes in as a function.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/graph/graph.h"

namespace ds {

/// Adds, for the scalar output `loss`, an output "grad.NAME" for each parameter that it depends on.
/// An error if there is no such output or it is not a scalar.
Result<Graph> differentiate(const Graph& graph, const std::string& loss);

/// Drops nodes that no output and no update needs. Inputs stay: they are the signature.
Graph removeDeadCode(const Graph& graph);

/// Merges nodes of the same op, attributes and inputs.
Graph mergeCommonSubexpressions(const Graph& graph);

/// Replaces nodes that are not supported by their decompositions, again and again.
using Supported = std::function<bool(const Graph&, const Node&)>;
Result<Graph> decomposeUnsupported(const Graph& graph, const Supported& supported);

/// Batch normalisation with given statistics becomes part of the weight and the bias of the convolution before it.
Graph foldBatchNorm(const Graph& graph);

/// Convolution, matmul or batch normalisation with the bias, the residual and the activation behind it into one op each, where nothing
/// else reads what lies between; the factor of a gradient goes into the update.
Graph fuse(const Graph& graph);

/// dropout → add(residual) → layer_norm becomes one op, and so does layer_norm_grad → add. Runs behind `recompute`, which keeps a sum and
/// makes its norm again.
Graph fuseLayerNorm(const Graph& graph);

/// Updates of states, what gives single numbers, and views move up to where their last operand is made: a gradient need not be kept until
/// all others are there. Updates stay behind other readers of the state, and behind the output "loss", if there is one: nothing has
/// changed yet when that turns out not to be finite.
Graph hoistUpdates(const Graph& graph);

/// Adds an output "probe.NAME" for each name, without changing what is computed: NAME is the path of a layer (the last
/// value that it makes in the forward direction) or of an input. Unknown names are errors.
Result<Graph> probe(const Graph& graph, const std::vector<std::string>& taps);

} // namespace ds
