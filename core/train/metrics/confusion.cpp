// SPDX-License-Identifier: Apache-2.0
#include "core/train/metrics/confusion_counts.h"

namespace ds {

namespace {

double figure(const metrics::ConfusionCounts& counts)
{
    double right = 0;
    for (int64_t c = 0; c < counts.classes(); ++c) right += counts.at(c, c);
    return right / counts.total();
}

} // namespace

extern const MetricSpec metric_confusion = {
    .name = "confusion",
    .doc = "How often each class is taken for each other one, as a matrix; its figure is the accuracy.",
    .problem = metrics::classificationProblem,
    .create = []() -> std::unique_ptr<Metric> { return std::make_unique<metrics::ConfusionCounts>(figure, true); },
};

} // namespace ds
