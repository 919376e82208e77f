// SPDX-License-Identifier: Apache-2.0
#include "core/train/metrics/common.h"

namespace ds {

namespace {

class RootMeanSquaredError : public Metric {
public:
    void add(const MetricBatch& batch) override
    {
        for (int64_t i = 0; i < batch.target.count(); ++i) {
            const double d = batch.prediction.at(i) - batch.target.at(i);
            m_sum += d * d;
            m_count += 1;
        }
    }
    double value() const override { return m_count > 0 ? std::sqrt(m_sum / m_count) : metrics::nothing; }

private:
    double m_sum = 0, m_count = 0;
};

} // namespace

extern const MetricSpec metric_rmse = {
    .name = "rmse",
    .doc = "Root of the mean squared error, in the unit of the target.",
    .higherIsBetter = false,
    .problem = metrics::regressionProblem,
    .create = []() -> std::unique_ptr<Metric> { return std::make_unique<RootMeanSquaredError>(); },
};

} // namespace ds
