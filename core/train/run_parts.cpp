// SPDX-License-Identifier: Apache-2.0
#include "core/train/run_parts.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/train/evaluator.h"
#include "core/train/process_memory.h"
#include "core/train/time_machine.h"

namespace ds {

namespace fs = std::filesystem;

namespace {

Status findSchedule(const Document& document, RunParts& parts)
{
    const std::string& type = document.schedule.type;
    parts.schedule = ds::findSchedule(type.empty() ? "constant" : type);
    if (!parts.schedule) {
        const std::string near = nearest(type, scheduleNames());
        return Error{phrase("Training", "there is no schedule \"%1\"").with({type}), "schedule",
                     didYouMean(near, phrase("Training", "See `deepseek list schedules`."))};
    }
    parts.scheduleAttrs = document.schedule.attrs;
    if (const Errors errors = validate(scheduleAttributes(*parts.schedule), parts.scheduleAttrs); !errors.empty())
        return errors.front().in("schedule");
    return {};
}

/// Makes all plans that the run will need, largest first, so that memory is known and no step waits for one.
Status makePlans(RunParts& parts)
{
    Learner& learner = *parts.learner;
    const Dataset& train = *parts.data.train;
    const int64_t rest = parts.training().boolean("drop_last") ? 0 : train.size() % parts.batchSize;
    DS_TRY(learner.prepare(batchTypes(train, parts.batchSize), Learner::Purpose::Update));
    if (parts.accumulate > 1) DS_TRY(learner.prepare(batchTypes(train, parts.batchSize), Learner::Purpose::Accumulate));
    if (rest) DS_TRY(learner.prepare(batchTypes(train, rest), Learner::Purpose::Update));
    for (const auto& set : {parts.data.validation, parts.data.test}) {
        if (!set) continue;
        const int64_t size = std::min(parts.evaluationBatch, set->size());
        DS_TRY(learner.prepare(batchTypes(*set, size), Learner::Purpose::Evaluate));
        if (set->size() % size) DS_TRY(learner.prepare(batchTypes(*set, set->size() % size), Learner::Purpose::Evaluate));
    }
    return {};
}

/// Main memory that is not the learner's: code and tables of libraries that are first used while training, HDF5 most of all; they do
/// not grow with the model.
constexpr std::size_t libraries = std::size_t{4} << 20;

/// What is resident once all plans are made stays; the arena has not been touched, nor have the batches to come. A checkpoint holds
/// one state at a time.
std::size_t predictPeak(const RunParts& parts)
{
    std::size_t largestState = 0;
    for (const StateStore::Entry& entry : parts.learner->states().entries()) largestState = std::max(largestState, entry.type.bytes());
    return residentBytes() + parts.learner->untouchedBytes() + parts.loader->bufferBytes() + largestState + libraries +
           snapshotBytes(parts);
}

/// Makes all plans so that the run stays within training.memory_budget. What kernels themselves take shows only once they are made:
/// then the learner gets so much less.
Status planWithinBudget(RunParts& parts)
{
    constexpr int attempts = 4;
    const auto budget = static_cast<std::size_t>(parts.training().integer("memory_budget")) << 20;
    if (budget > 0) {
        const std::size_t others = residentBytes() + parts.loader->bufferBytes() + libraries;
        if (budget <= others)
            return Error{phrase("Training", "the program and its data take %1 MiB before any step, %2 MiB are allowed")
                             .with({std::to_string(others >> 20), std::to_string(budget >> 20)}),
                         "memory budget", phrase("Training", "Allow more memory.")};
        parts.learner->limitMemory(budget - others);
    }
    for (int attempt = 0; attempt < attempts; ++attempt) {
        DS_TRY(makePlans(parts));
        parts.predictedPeak = predictPeak(parts);
        if (budget == 0 || parts.predictedPeak <= budget) return {};
        const std::size_t limit = parts.learner->memoryLimit(), over = parts.predictedPeak - budget;
        parts.learner->limitMemory(limit > over ? limit - over : 1);
    }
    return Error{phrase("Training", "the run would take %1 MiB, %2 MiB are allowed")
                     .with({std::to_string(parts.predictedPeak >> 20), std::to_string(budget >> 20)}),
                 "memory budget", phrase("Graph", "Allow more memory or make the batch smaller.")};
}

} // namespace

int64_t RunParts::parameterCount() const
{
    int64_t count = 0;
    for (const StateStore::Entry& entry : learner->states().entries())
        if (entry.kind == InputKind::Parameter) count += entry.type.count();
    return count;
}

double RunParts::learningRate(const Progress& progress) const
{
    if (progress.hasRate) return progress.rate;
    return learner->document().optimizer.attrs.number("learning_rate") *
           scheduleFactor(*schedule, scheduleAttrs, static_cast<double>(progress.updates), static_cast<double>(totalUpdates),
                          updatesPerEpoch, progress.reductions);
}

Result<RunParts> prepareRun(Document document, const std::string& device, std::optional<uint64_t> seed, bool resumed)
{
    if (const Errors errors = validate(trainingAttributes(), document.training); !errors.empty()) return errors.front().in("training");
    RunParts parts;
    parts.seed = seed.value_or(static_cast<uint64_t>(document.training.integer("seed")));
    DS_TRY(findSchedule(document, parts));
    parts.metrics = DS_TRY(metricsFor(document));
    parts.data = DS_TRY(openData(document, parts.seed));
    parts.learner = DS_TRY(Learner::create(document, {device, parts.seed, 8}));
    const Attrs& training = parts.training();
    if (const std::string& origin = training.string("start_from"); !origin.empty() && !resumed) {
        // An absolute path stays what it is.
        const Status adopted = adoptWeights((fs::path(document.folder) / origin).string(), *parts.learner);
        if (!adopted) return adopted.error().in("training.start_from");
    }
    const int64_t evaluationBatch = training.integer("evaluation_batch_size"), limit = training.integer("steps");
    parts.batchSize = std::min<int64_t>(training.integer("batch_size"), parts.data.train->size());
    parts.evaluationBatch = evaluationBatch > 0 ? evaluationBatch : parts.batchSize;
    parts.accumulate = training.integer("accumulate");
    parts.loader = std::make_unique<DataLoader>(
        parts.data.train, LoaderSettings{parts.batchSize, training.boolean("shuffle"), training.boolean("drop_last"), parts.seed,
                                         parts.loaderThreads(), static_cast<int>(training.integer("prefetch"))});
    parts.updatesPerEpoch = static_cast<double>(parts.loader->batchesPerEpoch()) / static_cast<double>(parts.accumulate);
    const double epochs = static_cast<double>(training.integer("epochs"));
    parts.totalUpdates = limit > 0 ? limit : static_cast<int64_t>(std::floor(parts.updatesPerEpoch * epochs));
    DS_TRY(planWithinBudget(parts));
    return parts;
}

} // namespace ds
