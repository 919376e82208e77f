// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/train/metrics/common.h"

namespace ds::metrics {

/// How often class `target` was taken for class `predicted`; what follows from that is computed in value().
class ConfusionCounts : public Metric {
public:
    using Figure = double (*)(const ConfusionCounts&);
    ConfusionCounts(Figure figure, bool withDetails) : m_figure(figure), m_withDetails(withDetails) {}

    void add(const MetricBatch& batch) override;
    double value() const override { return m_total ? m_figure(*this) : nothing; }
    /// {"classes": n, "matrix": [[...], ...]}, one row for each true class.
    Json details() const override;

    int64_t classes() const { return m_classes; }
    bool binary() const { return m_binary; } ///< there was one score a sample
    double total() const { return static_cast<double>(m_total); }
    double at(int64_t target, int64_t predicted) const { return m_counts[static_cast<std::size_t>(target * m_classes + predicted)]; }
    double actual(int64_t c) const;    ///< samples of a class
    double predicted(int64_t c) const; ///< ... taken for a class

private:
    Figure m_figure;
    bool m_withDetails, m_binary = false;
    int64_t m_classes = 0, m_total = 0;
    std::vector<double> m_counts;
};

/// numerator(c) / denominator(c) of class 1 for binary scores, else their mean over all classes that occur, in targets or
/// predictions. 0 / 0 counts as 0, as in scikit-learn.
double macro(const ConfusionCounts& counts, double (*ofClass)(const ConfusionCounts&, int64_t));
inline double ratio(double a, double b) { return b > 0 ? a / b : 0; }

} // namespace ds::metrics
