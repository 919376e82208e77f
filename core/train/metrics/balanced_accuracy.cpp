// SPDX-License-Identifier: Apache-2.0
#include "core/train/metrics/confusion_counts.h"

namespace ds {

namespace {

double figure(const metrics::ConfusionCounts& counts)
{
    double sum = 0, classes = 0;
    for (int64_t c = 0; c < counts.classes(); ++c) {
        if (counts.actual(c) == 0) continue;
        sum += counts.at(c, c) / counts.actual(c);
        classes += 1;
    }
    return sum / classes;
}

} // namespace

extern const MetricSpec metric_balanced_accuracy = {
    .name = "balanced_accuracy",
    .doc = "Mean over the classes that occur of the share of each that was found: accuracy as if all were equally frequent.",
    .problem = metrics::classificationProblem,
    .create = []() -> std::unique_ptr<Metric> { return std::make_unique<metrics::ConfusionCounts>(figure, false); },
};

} // namespace ds
