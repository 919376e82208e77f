// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/data/dataset.h"
#include "core/train/learner.h"
#include "core/train/metric.h"

namespace ds {

/// One sample that the model found very easy or very hard.
struct SampleVerdict {
    int64_t index = 0; ///< in the data set
    double loss = 0;
    int64_t target = -1, predicted = -1; ///< classes; -1: not a classification
    double probability = 0;              ///< of the predicted class
};

struct EvaluationResult {
    double loss = 0; ///< mean over items
    std::vector<std::pair<std::string, double>> metrics;
    std::vector<std::pair<std::string, Json>> details; ///< of metrics that have more than a number
    /// At most a dozen each, the most extreme first. Empty if losses are not of whole samples.
    std::vector<SampleVerdict> best, worst;
    int64_t samples = 0;
    double seconds = 0;
};

/// The metrics that a document asks for, checked against the types of prediction and target.
Result<std::vector<const MetricSpec*>> metricsFor(const Document& document);

/// Hears of each batch.
using EvaluationListener = std::function<void(const Evaluation& evaluation, const Feeds& batch)>;

/// Runs over all samples in order.
Result<EvaluationResult> evaluateAll(Learner& learner, const std::shared_ptr<const Dataset>& dataset, int64_t batchSize, int loaderThreads,
                                     const std::vector<const MetricSpec*>& metrics, const EvaluationListener& listener = {});

} // namespace ds
