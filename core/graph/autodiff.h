// SPDX-License-Identifier: Apache-2.0
// Reverse-mode differentiation by adding ops to the graph (Griewank & Walther, "Evaluating Derivatives").
#pragma once

#include "core/graph/builder.h"

namespace ds {

/// Gradients of sum_i <outputs[i], outputGrads[i]> with respect to `wrt`, as new values; an undefined Value
/// where nothing flows. An undefined output gradient counts as zero. Differentiable again, since the vjp of each op is made of ops.
/// New nodes carry the origin of the node that they are the gradient of.
Values gradients(GraphBuilder& builder, const Values& outputs, const Values& outputGrads, const Values& wrt);

/// For the decomposition of an op that is the gradient of `forward`: differentiates the decomposition of
/// `forward`. Returns the gradients of its inputs (zeros where none flows and the input is floating).
Values gradientByDecomposition(GraphBuilder& builder, const OpSpec& forward, const Values& inputs, const Attrs& attrs,
                               const Values& outputGrads);

} // namespace ds
