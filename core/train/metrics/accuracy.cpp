// SPDX-License-Identifier: Apache-2.0
#include "core/train/metrics/common.h"

namespace ds {

namespace {

class Accuracy : public Metric {
public:
    void add(const MetricBatch& batch) override
    {
        metrics::forEachClassified(batch, [&](const std::vector<double>& scores, int64_t target) {
            m_right += metrics::argMax(scores) == target;
            ++m_count;
        });
    }
    double value() const override { return m_count ? static_cast<double>(m_right) / static_cast<double>(m_count) : metrics::nothing; }

private:
    int64_t m_right = 0, m_count = 0;
};

} // namespace

extern const MetricSpec metric_accuracy = {
    .name = "accuracy",
    .doc = "Share of samples whose best-scored class is the right one.",
    .problem = metrics::classificationProblem,
    .create = []() -> std::unique_ptr<Metric> { return std::make_unique<Accuracy>(); },
};

} // namespace ds
