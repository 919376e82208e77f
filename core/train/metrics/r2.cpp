// SPDX-License-Identifier: Apache-2.0
#include "core/train/metrics/common.h"

namespace ds {

namespace {

class Determination : public Metric {
public:
    void add(const MetricBatch& batch) override
    {
        for (int64_t i = 0; i < batch.target.count(); ++i) {
            const double target = batch.target.at(i), error = batch.prediction.at(i) - target;
            m_errors += error * error;
            // Welford's update, since a sum of squares would lose digits of data far from 0.
            m_count += 1;
            const double before = target - m_mean;
            m_mean += before / m_count;
            m_spread += before * (target - m_mean);
        }
    }
    double value() const override
    {
        if (m_count < 2) return metrics::nothing;
        if (m_spread == 0) return m_errors == 0 ? 1 : 0;
        return 1 - m_errors / m_spread;
    }

private:
    double m_errors = 0, m_count = 0, m_mean = 0, m_spread = 0;
};

} // namespace

extern const MetricSpec metric_r2 = {
    .name = "r2",
    .doc = "Share of the variance of the target that the prediction explains: 1 is perfect, 0 no better than the mean.",
    .higherIsBetter = true,
    .problem = metrics::regressionProblem,
    .create = []() -> std::unique_ptr<Metric> { return std::make_unique<Determination>(); },
};

} // namespace ds
