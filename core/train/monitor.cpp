// SPDX-License-Identifier: Apache-2.0
#include "core/train/monitor.h"

#include <algorithm>

namespace ds {

namespace {

struct Monitored {
    double value;
    bool higherIsBetter;
};

Result<Monitored> monitored(const EvaluationResult& result, const std::string& name)
{
    if (name == "loss") return Monitored{result.loss, false};
    const auto at = std::find_if(result.metrics.begin(), result.metrics.end(), [&](const auto& metric) { return metric.first == name; });
    if (at == result.metrics.end())
        return Error{phrase("Training", "\"%1\" is not measured").with({name}), "training, monitor",
                     phrase("Training", "Add it to metrics, or monitor loss.")};
    return Monitored{at->second, findMetric(name)->higherIsBetter};
}

} // namespace

Result<Verdict> judge(const EvaluationResult& result, const Attrs& training, const ScheduleSpec& schedule, const Attrs& scheduleAttrs,
                      Progress& progress)
{
    const Monitored now = DS_TRY(monitored(result, training.string("monitor")));
    const double gain = now.higherIsBetter ? now.value - progress.bestValue : progress.bestValue - now.value;
    Verdict verdict;
    if (!progress.hasBest || gain > training.number("minimum_improvement")) {
        progress.hasBest = verdict.best = true;
        progress.bestValue = now.value;
        progress.withoutImprovement = progress.plateau = 0;
        return verdict;
    }
    ++progress.withoutImprovement;
    if (schedule.watchesPlateau && ++progress.plateau >= scheduleAttrs.integer("patience")) {
        ++progress.reductions;
        progress.plateau = 0;
        verdict.reduceRate = true;
    }
    const int64_t patience = training.integer("early_stopping");
    verdict.stop = patience > 0 && progress.withoutImprovement >= patience;
    return verdict;
}

} // namespace ds
