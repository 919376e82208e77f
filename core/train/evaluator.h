// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/data/dataset.h"
#include "core/train/learner.h"
#include "core/train/metric.h"

namespace ds {

struct EvaluationResult {
    double loss = 0; ///< mean over items
    std::vector<std::pair<std::string, double>> metrics;
    std::vector<std::pair<std::string, Json>> details; ///< of metrics that have more than a number
    int64_t samples = 0;
    double seconds = 0;
};

/// The metrics that a document asks for, checked against the types of prediction and target.
Result<std::vector<const MetricSpec*>> metricsFor(const Document& document);

/// Runs over all samples in order.
Result<EvaluationResult> evaluateAll(Learner& learner, const std::shared_ptr<const Dataset>& dataset, int64_t batchSize, int loaderThreads,
                                     const std::vector<const MetricSpec*>& metrics);

} // namespace ds
