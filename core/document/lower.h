// SPDX-License-Identifier: Apache-2.0
// The only bridge from what people edit to what the engine runs.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/document/document.h"
#include "core/graph/graph.h"

namespace ds {

struct LowerRequest {
    /// Types of the data fields, batch dimension included.
    std::map<std::string, TensorType> fields;
    bool training = true;
    bool withLoss = true; ///< false: for prediction, without targets
};

struct LayerShapes {
    std::vector<TensorType> inputs, outputs;
};

struct Lowered {
    /// Feeds are named as the data fields that are used. Outputs: "prediction" and, with a loss, "loss" (of the batch), "losses" (of
    /// each item) and, if items do not count alike, "loss_weights": "loss" is the sum of the losses over that of the weights.
    Graph graph;
    /// By path, of all layers that could be built, even where others failed.
    std::map<std::string, LayerShapes> shapes;
    Errors errors;
};

/// Builds what can be built and reports all that is wrong, each error with the layer it belongs to:
/// `Dense "fc1": expects a 2-D input, got [64, 3, 28, 28]. Insert a Flatten layer.`
Lowered lower(const Document& document, const LowerRequest& request);

} // namespace ds
