// SPDX-License-Identifier: Apache-2.0
#include "core/train/metrics/top_k.h"

namespace ds {

extern const MetricSpec metric_top_5 = {
    .name = "top_5",
    .doc = "Share of samples whose right class is among the 5 best-scored ones.",
    .problem = metrics::classificationProblem,
    .create = []() -> std::unique_ptr<Metric> { return std::make_unique<metrics::TopK>(5); },
};

} // namespace ds
