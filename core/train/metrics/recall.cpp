// SPDX-License-Identifier: Apache-2.0
#include "core/train/metrics/confusion_counts.h"

namespace ds {

namespace {

double figure(const metrics::ConfusionCounts& counts)
{
    return metrics::macro(counts, [](const metrics::ConfusionCounts& n, int64_t c) { return metrics::ratio(n.at(c, c), n.actual(c)); });
}

} // namespace

extern const MetricSpec metric_recall = {
    .name = "recall",
    .doc = "Of what is of a class, the share that was found: mean over classes, or that of class 1 with one score a sample.",
    .problem = metrics::classificationProblem,
    .create = []() -> std::unique_ptr<Metric> { return std::make_unique<metrics::ConfusionCounts>(figure, false); },
};

} // namespace ds
