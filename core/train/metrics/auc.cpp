// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "core/train/metrics/common.h"

namespace ds {

namespace {

/// The probability that a random positive is scored above a random negative, ties counting half: from the sum of the ranks of
/// the positives (Mann & Whitney, 1947). NaN without one of the two.
double areaOf(const std::vector<double>& scores, const std::vector<int64_t>& targets, int64_t positive)
{
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
    double ranks = 0, positives = 0;
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        double among = 0;
        for (; end < order.size() && scores[order[end]] == scores[order[begin]]; ++end) among += targets[order[end]] == positive;
        ranks += among * (static_cast<double>(begin + end + 1) / 2); // the mean rank of equal scores
        positives += among;
        begin = end;
    }
    const double negatives = static_cast<double>(scores.size()) - positives;
    if (positives == 0 || negatives == 0) return metrics::nothing;
    return (ranks - positives * (positives + 1) / 2) / (positives * negatives);
}

class Auc : public Metric {
public:
    void add(const MetricBatch& batch) override
    {
        m_binary = batch.prediction.count() == batch.target.count();
        metrics::forEachClassified(batch, [&](const std::vector<double>& scores, int64_t target) {
            // A sample with a score that is not a number cannot be ranked.
            if (std::any_of(scores.begin(), scores.end(), [](double s) { return std::isnan(s); })) m_unranked = true;
            m_scores.resize(scores.size());
            // Of several classes each is judged by its probability, since raw scores of different samples do not compare.
            const double largest = *std::max_element(scores.begin(), scores.end());
            double total = 0;
            for (double score : scores) total += std::exp(score - largest);
            for (std::size_t c = 0; c < scores.size(); ++c)
                m_scores[c].push_back(m_binary ? scores[c] : std::exp(scores[c] - largest) / total);
            m_targets.push_back(target);
        });
    }
    double value() const override
    {
        if (m_unranked) return metrics::nothing;
        if (m_binary) return m_scores.empty() ? metrics::nothing : areaOf(m_scores[1], m_targets, 1);
        double sum = 0, classes = 0;
        for (std::size_t c = 0; c < m_scores.size(); ++c) {
            const double area = areaOf(m_scores[c], m_targets, static_cast<int64_t>(c));
            if (std::isnan(area)) continue;
            sum += area;
            classes += 1;
        }
        return classes > 0 ? sum / classes : metrics::nothing;
    }

private:
    bool m_binary = false, m_unranked = false;
    std::vector<std::vector<double>> m_scores; // of each class, all samples
    std::vector<int64_t> m_targets;
};

} // namespace

extern const MetricSpec metric_auc = {
    .name = "auc",
    .doc =
        "Area under the ROC curve, exact: the chance that a sample of the class is scored above one that is not. With several classes the "
        "mean of each against the rest.",
    .problem = metrics::classificationProblem,
    .create = []() -> std::unique_ptr<Metric> { return std::make_unique<Auc>(); },
};

} // namespace ds
