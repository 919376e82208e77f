// SPDX-License-Identifier: Apache-2.0
// What can be watched while a step runs.
#pragma once

#include <string>
#include <vector>

#include "core/graph/graph.h"

namespace ds::inspector {

enum class Quantity { Activation, ActivationGradient, Weight, WeightGradient, Update };
constexpr int quantities = 5;
/// "activation", "activation_gradient", "weight", "weight_gradient", "update".
const char* quantityName(Quantity quantity);
/// The reverse; Activation of an unknown name.
Quantity quantityFrom(const std::string& name);

/// The layer of a parameter "conv1.weight": "conv1".
std::string layerOf(const std::string& parameter);

struct Tap {
    std::string name; ///< path of the layer, or name of the parameter
    Quantity quantity = Quantity::Activation;
    NodeId node = noId;  ///< the value is there behind this node ...
    bool before = false; ///< ... or before it: it is what the node reads
    ValueId value = noId;
    ValueId minus = noId; ///< of an update: the parameter, which has its old value before the node
    /// Of an activation: the op that makes it what it is ("relu", "tanh", "conv"), be it fused into another one, and the layer before it
    /// whose result that op takes (the layer itself, if it is fused).
    std::string function, source;
};

/// All that a prepared graph shows: the result of each layer in the forward direction and its gradient, and each trained parameter, its
/// gradient and its update. Gradients are those of the mean loss of the batch, before clipping; a parameter that is not trained has none.
/// In the order of the nodes. There is no tap for a layer whose values are no floating-point numbers, that only looks at another's memory,
/// or that is computed within the op of another one (an activation behind a convolution: the value there is that of both).
std::vector<Tap> findTaps(const Graph& prepared);

} // namespace ds::inspector
