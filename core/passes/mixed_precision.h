// SPDX-License-Identifier: Apache-2.0
// Mixed precision (Micikevicius et al., "Mixed Precision Training", 2018): products and convolutions, and what lies between them, in a
// narrow type; parameters, their gradients, statistics, losses and updates in f32.
#pragma once

#include <functional>
#include <vector>

#include "core/graph/graph.h"

namespace ds {

/// Whether there is a kernel made for an op with operands of such types (inputs: null where absent).
using HasKernel =
    std::function<bool(const OpSpec&, const Attrs&, const std::vector<const TensorType*>& inputs, const std::vector<TensorType>& outputs)>;

/// Ops that OpSpec::precision calls Low take their f32 operands in `narrow`. Those that Follow do so if an operand was computed in
/// `narrow` and either all large ones were or the result is needed in it further on. Where there is no kernel, and everywhere else,
/// operands stay or become f32. What only f32 ops read of a Low op is computed in f32 at once (the attribute `wide`). Inputs, outputs
/// and updates keep their types; casts of a value are shared.
Graph mixedPrecision(const Graph& graph, DType narrow, const HasKernel& hasKernel);

} // namespace ds
