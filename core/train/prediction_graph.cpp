// SPDX-License-Identifier: Apache-2.0
#include "core/train/prediction_graph.h"

#include "core/document/lower.h"
#include "core/optim/training_graph.h"

namespace ds {

Result<Graph> predictionGraph(const Document& document, const std::vector<std::pair<std::string, TensorType>>& fields)
{
    LowerRequest request;
    for (const auto& [name, type] : fields) request.fields[name] = type;
    request.training = false;
    request.withLoss = false;
    Lowered lowered = lower(document, request);
    if (!lowered.errors.empty()) return lowered.errors.front();
    if (document.training.number("ema_decay") > 0) return averagedGraph(lowered.graph);
    return std::move(lowered.graph);
}

} // namespace ds
