// SPDX-License-Identifier: Apache-2.0
// Runs graphs node by node, without plans: slow, simple, and strict about what kernels write.
#pragma once

#include <string>
#include <vector>

#include "core/backends/backend.h"
#include "core/graph/graph.h"
#include "core/graph/op_spec.h"
#include "core/tensor/tensor.h"

namespace ds::test {

struct Evaluation {
    std::vector<Tensor> outputs; ///< of the graph, in order
    std::string error;           ///< empty if all went well
};

/// Runs a graph; `inputs` in the order of graph.inputs. A node that the backend does not support is decomposed.
/// Each kernel runs twice, over memory full of 0xFF and full of 0, and must give the same bits; 64 bytes on both sides
/// of each output and of the workspace are checked after; inputs must not change. Any of that gone wrong is an error.
Evaluation evaluate(const Graph& graph, const std::vector<Tensor>& inputs, Backend& backend, const StepContext& step = {});

/// The same with one op in place of a graph; absent optional inputs are undefined Tensors.
Evaluation evaluateOp(const OpSpec& op, const std::vector<Tensor>& inputs, const Attrs& attrs, Backend& backend,
                      const StepContext& step = {});

/// Runs the kernel of an op with output `pair.output` in the memory of input `pair.input`. No outputs and no error where
/// that is not possible: the types differ or the backend has no kernel.
Evaluation evaluateInPlace(const OpSpec& op, const std::vector<Tensor>& inputs, const Attrs& attrs, Backend& backend, InPlace pair,
                           const StepContext& step = {});

/// A graph whose only node is the op, its inputs named x0, x1, ... and its outputs y0, y1, ...
/// Its error, if any, is in `error`.
Graph graphOf(const OpSpec& op, const std::vector<Tensor>& inputs, const Attrs& attrs, std::string& error);

} // namespace ds::test
