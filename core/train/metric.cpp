// SPDX-License-Identifier: Apache-2.0
#include "core/train/metric.h"

#include <nlohmann/json.hpp>

namespace ds {

#define DS_METRIC(name) extern const MetricSpec metric_##name;
#include "metrics.inc"
#undef DS_METRIC

Json Metric::details() const { return nullptr; }

void MeanLoss::add(const Tensor& losses, const Tensor& weights)
{
    for (int64_t i = 0; i < losses.count(); ++i) sum += losses.at(i);
    if (!weights.defined()) count += static_cast<double>(losses.count());
    for (int64_t i = 0; weights.defined() && i < weights.count(); ++i) count += weights.at(i);
}

const std::vector<const MetricSpec*>& allMetrics()
{
    static const std::vector<const MetricSpec*> list = {
#define DS_METRIC(name) &metric_##name,
#include "metrics.inc"
#undef DS_METRIC
    };
    return list;
}

const MetricSpec* findMetric(std::string_view name)
{
    for (const MetricSpec* spec : allMetrics())
        if (spec->name == name) return spec;
    return nullptr;
}

std::vector<std::string_view> metricNames()
{
    std::vector<std::string_view> names;
    for (const MetricSpec* spec : allMetrics()) names.push_back(spec->name);
    return names;
}

} // namespace ds
