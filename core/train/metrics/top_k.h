// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/train/metrics/common.h"

namespace ds::metrics {

/// Of equal scores the lower class number counts as the better one, as in argMax().
class TopK : public Metric {
public:
    explicit TopK(int64_t k) : m_k(k) {}
    void add(const MetricBatch& batch) override
    {
        forEachClassified(batch, [&](const std::vector<double>& scores, int64_t target) {
            const double own = scores[static_cast<std::size_t>(target)];
            int64_t better = 0;
            for (int64_t c = 0; c < static_cast<int64_t>(scores.size()); ++c) {
                const double score = scores[static_cast<std::size_t>(c)];
                better += !(score < own) && c != target && (score != own || c < target);
            }
            m_right += better < m_k;
            ++m_count;
        });
    }
    double value() const override { return m_count ? static_cast<double>(m_right) / static_cast<double>(m_count) : nothing; }

private:
    int64_t m_k, m_right = 0, m_count = 0;
};

} // namespace ds::metrics
