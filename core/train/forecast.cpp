// SPDX-License-Identifier: Apache-2.0
#include "core/train/forecast.h"

#include <algorithm>

#include "core/train/inspect_project.h"
#include "core/train/learner.h"

namespace ds {

Result<StepForecast> forecastStep(const ProjectCheck& check, const MachineRates& rates, const std::function<bool()>& cancelled)
{
    if (!check.errors.empty()) return check.errors.front();
    if (!check.data.train) return Error{phrase("Training", "the data are not open"), "data", ""};
    const std::unique_ptr<Learner> learner = DS_TRY(Learner::create(check.document, {}));
    limitToBudget(*learner);
    const int64_t batch = std::min<int64_t>(check.document.training.integer("batch_size"), check.data.train->size());
    const Graph step = DS_TRY(learner->stepGraph(batchTypes(*check.data.train, batch)));
    if (cancelled && cancelled()) return Error{"given up", "", ""};
    Backend& backend = learner->backend();
    const Graph ready = DS_TRY(prepareGraph(step, backend, learner->states(), learner->compileOptions(step)));
    const MemoryPlan memory = DS_TRY(memoryFor(ready, backend, cancelled));
    return StepForecast{StateStore::bytesFor(ready), memory.arenaBytes, memory.onceBytes, stepCosts(ready, rates)};
}

} // namespace ds
