// SPDX-License-Identifier: Apache-2.0
#include "core/train/metrics/common.h"

namespace ds {

namespace {

class MeanAbsoluteError : public Metric {
public:
    void add(const MetricBatch& batch) override
    {
        for (int64_t i = 0; i < batch.target.count(); ++i) {
            m_sum += std::abs(batch.prediction.at(i) - batch.target.at(i));
            m_count += 1;
        }
    }
    double value() const override { return m_count > 0 ? m_sum / m_count : metrics::nothing; }

private:
    double m_sum = 0, m_count = 0;
};

} // namespace

extern const MetricSpec metric_mae = {
    .name = "mae",
    .doc = "Mean absolute error, in the unit of the target.",
    .higherIsBetter = false,
    .problem = metrics::regressionProblem,
    .create = []() -> std::unique_ptr<Metric> { return std::make_unique<MeanAbsoluteError>(); },
};

} // namespace ds
