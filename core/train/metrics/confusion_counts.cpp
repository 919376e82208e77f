// SPDX-License-Identifier: Apache-2.0
#include "core/train/metrics/confusion_counts.h"

#include <nlohmann/json.hpp>

namespace ds::metrics {

void ConfusionCounts::add(const MetricBatch& batch)
{
    forEachClassified(batch, [&](const std::vector<double>& scores, int64_t target) {
        if (m_classes == 0) {
            m_classes = static_cast<int64_t>(scores.size());
            m_counts.resize(scores.size() * scores.size());
        }
        m_counts[static_cast<std::size_t>(target * m_classes + argMax(scores))] += 1;
        ++m_total;
    });
    m_binary = batch.prediction.count() == batch.target.count();
}

Json ConfusionCounts::details() const
{
    if (!m_withDetails) return nullptr;
    Json matrix = Json::array();
    for (int64_t t = 0; t < m_classes; ++t) {
        Json row = Json::array();
        for (int64_t p = 0; p < m_classes; ++p) row.push_back(static_cast<int64_t>(at(t, p)));
        matrix.push_back(std::move(row));
    }
    Json json = Json::object();
    json["classes"] = m_classes;
    json["matrix"] = std::move(matrix);
    return json;
}

double ConfusionCounts::actual(int64_t c) const
{
    double sum = 0;
    for (int64_t p = 0; p < m_classes; ++p) sum += at(c, p);
    return sum;
}

double ConfusionCounts::predicted(int64_t c) const
{
    double sum = 0;
    for (int64_t t = 0; t < m_classes; ++t) sum += at(t, c);
    return sum;
}

double macro(const ConfusionCounts& counts, double (*ofClass)(const ConfusionCounts&, int64_t))
{
    if (counts.binary()) return ofClass(counts, 1);
    double sum = 0, classes = 0;
    for (int64_t c = 0; c < counts.classes(); ++c) {
        if (counts.actual(c) + counts.predicted(c) == 0) continue;
        sum += ofClass(counts, c);
        classes += 1;
    }
    return sum / classes;
}

} // namespace ds::metrics
