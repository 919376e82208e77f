// SPDX-License-Identifier: Apache-2.0
#include "core/train/inspect_project.h"

#include "core/optim/optimizer.h"
#include "core/optim/schedule.h"
#include "core/train/evaluator.h"

namespace ds {

namespace {

void append(Errors& errors, const Errors& more, const std::string& where)
{
    for (const Error& error : more) errors.push_back(error.in(where));
}
void append(Errors& errors, const Errors& more) { errors.insert(errors.end(), more.begin(), more.end()); }

} // namespace

ProjectCheck checkProject(Document document, const DataSets* opened)
{
    ProjectCheck check;
    append(check.errors, validate(trainingAttributes(), document.training), "training");
    if (const OptimizerSpec* spec = findOptimizer(document.optimizer.type)) {
        append(check.errors, validate(spec->attributes, document.optimizer.attrs), "optimizer");
    } else {
        const std::string near = nearest(document.optimizer.type, optimizerNames());
        check.errors.push_back({phrase("Training", "there is no optimiser \"%1\"").with({document.optimizer.type}), "optimizer",
                                didYouMean(near, phrase("Training", "See `deepseek list optimizers`."))});
    }
    if (!document.schedule.type.empty()) {
        if (const ScheduleSpec* spec = findSchedule(document.schedule.type)) {
            append(check.errors, validate(scheduleAttributes(*spec), document.schedule.attrs), "schedule");
        } else {
            const std::string near = nearest(document.schedule.type, scheduleNames());
            check.errors.push_back({phrase("Training", "there is no schedule \"%1\"").with({document.schedule.type}), "schedule",
                                    didYouMean(near, phrase("Training", "See `deepseek list schedules`."))});
        }
    }
    check.document = std::move(document);
    if (check.errors.empty())
        if (const auto metrics = metricsFor(check.document); !metrics) check.errors.push_back(metrics.error());
    const bool trainingOk =
        check.document.training.has("seed") && check.document.training.has("validation_share") && check.document.training.has("batch_size");
    std::vector<TransformStep> steps = transformSteps(check.document);
    Errors transformErrors; // as far as they can be found without data
    for (Error& error : checkSteps(steps)) transformErrors.push_back({error.text, "data.transforms." + error.where, error.hint});
    if (!trainingOk) {
        append(check.errors, transformErrors);
        return check;
    }
    const auto seed = static_cast<uint64_t>(check.document.training.integer("seed"));
    Errors fitting;
    Result<DataSets> data = opened ? withTransforms(*opened, check.document, seed, &fitting) : openData(check.document, seed, &fitting);
    append(check.errors, data ? fitting : transformErrors);
    if (!data) {
        check.errors.push_back(data.error());
        return check;
    }
    check.data = std::move(*data);
    LowerRequest request;
    const int64_t batch = std::min<int64_t>(check.document.training.integer("batch_size"), check.data.train->size());
    for (const auto& [name, type] : batchTypes(*check.data.train, batch)) request.fields[name] = type;
    check.lowered = lower(check.document, request);
    check.errors.insert(check.errors.end(), check.lowered.errors.begin(), check.lowered.errors.end());
    return check;
}

} // namespace ds
