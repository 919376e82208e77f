// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/document/document.h"
#include "core/graph/graph.h"

namespace ds {

/// The model as it predicts, with averaged parameters where these are kept. Output: "prediction". `fields`: types of batches.
Result<Graph> predictionGraph(const Document& document, const std::vector<std::pair<std::string, TensorType>>& fields);

} // namespace ds
