// SPDX-License-Identifier: Apache-2.0
#include "core/train/metrics/top_k.h"

namespace ds {

extern const MetricSpec metric_top_3 = {
    .name = "top_3",
    .doc = "Share of samples whose right class is among the 3 best-scored ones.",
    .problem = metrics::classificationProblem,
    .create = []() -> std::unique_ptr<Metric> { return std::make_unique<metrics::TopK>(3); },
};

} // namespace ds
