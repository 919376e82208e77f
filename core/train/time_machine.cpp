// SPDX-License-Identifier: Apache-2.0
#include "core/train/time_machine.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/store/checkpoint.h"

namespace ds {

namespace {

std::size_t bytesOfOne(Learner& learner)
{
    std::size_t bytes = 0;
    for (const StateStore::Entry& entry : learner.states().entries()) bytes += entry.type.bytes();
    return bytes;
}

/// One step with the next batch; at the end of an epoch none.
Status stepAgain(RunParts& parts, Progress& progress, const TimeMachine::Made& made)
{
    Batch batch;
    if (parts.data.train->size() > 0 && !parts.loader->next(batch)) {
        ++progress.epoch;
        progress.batch = 0;
        return {};
    }
    Feeds feeds;
    const std::vector<Field>& fields = parts.data.train->fields();
    for (std::size_t i = 0; i < fields.size(); ++i) feeds.push_back({fields[i].name, batch.fields[i]});
    const StepResult step = DS_TRY(parts.learner->step(feeds, parts.learningRate(progress)));
    progress.batch = batch.index + 1;
    progress.accumulated = parts.learner->accumulated();
    progress.samples += step.samples;
    progress.updates = parts.learner->updates();
    if (made) made(step, progress);
    return {};
}

} // namespace

void TimeMachine::pass(const Progress& progress)
{
    if (m_most == 0 || progress.accumulated > 0 || Clock::now() < m_next) return;
    if (!m_snapshots.empty() && m_snapshots.back().progress.updates >= progress.updates) return;
    if (bytesOfOne(*m_parts.learner) > m_most) return;
    const auto begin = Clock::now();
    Snapshot snapshot{progress, {}};
    StateStore& states = m_parts.learner->states();
    for (const StateStore::Entry& entry : states.entries()) snapshot.states.push_back(states.read(entry));
    m_snapshots.push_back(std::move(snapshot));
    thinOut();
    const Clock::duration cost = Clock::now() - begin;
    m_next = Clock::now() + std::chrono::duration_cast<Clock::duration>(cost / m_share);
}

void TimeMachine::thinOut()
{
    const std::size_t capacity = std::max<std::size_t>(1, m_most / std::max<std::size_t>(1, bytesOfOne(*m_parts.learner)));
    while (m_snapshots.size() > capacity) {
        // The one whose absence is felt least: the gap that it leaves, beside how long ago it was. The oldest and the newest stay.
        std::size_t least = 0;
        double leastGap = std::numeric_limits<double>::infinity();
        const auto at = [this](std::size_t i) { return static_cast<double>(m_snapshots[i].progress.updates); };
        for (std::size_t i = 1; i + 1 < m_snapshots.size(); ++i) {
            const double gap = (at(i + 1) - at(i - 1)) / (1 + at(m_snapshots.size() - 1) - at(i));
            if (gap < leastGap) leastGap = gap, least = i;
        }
        m_snapshots.erase(m_snapshots.begin() + static_cast<std::ptrdiff_t>(least));
    }
}

void TimeMachine::changed(const Progress& progress)
{
    if (m_most > 0) m_changes.push_back({progress.updates, progress.hasRate, progress.rate, progress.reductions});
}

std::vector<int64_t> TimeMachine::kept() const
{
    std::vector<int64_t> updates;
    for (const Snapshot& snapshot : m_snapshots) updates.push_back(snapshot.progress.updates);
    return updates;
}

const TimeMachine::Snapshot* TimeMachine::find(int64_t update) const
{
    const auto behind =
        std::find_if(m_snapshots.begin(), m_snapshots.end(), [&](const Snapshot& s) { return s.progress.updates > update; });
    return behind == m_snapshots.begin() ? nullptr : &*(behind - 1);
}

const Progress* TimeMachine::before(int64_t update) const
{
    const Snapshot* snapshot = find(update);
    return snapshot ? &snapshot->progress : nullptr;
}

Status TimeMachine::restore(const Snapshot& snapshot)
{
    StateStore& states = m_parts.learner->states();
    for (std::size_t i = 0; i < snapshot.states.size(); ++i) DS_TRY(states.write(states.entries()[i].name, snapshot.states[i]));
    m_parts.learner->setProgress(snapshot.progress.updates, snapshot.progress.accumulated);
    m_parts.loader->seek(snapshot.progress.epoch, snapshot.progress.batch);
    return {};
}

void TimeMachine::applyChanges(Progress& progress) const
{
    for (const Change& change : m_changes)
        if (change.update == progress.updates)
            progress.hasRate = change.hasRate, progress.rate = change.rate, progress.reductions = change.reductions;
}

Result<Progress> TimeMachine::replay(Progress progress, int64_t update, const Made& made)
{
    while (progress.updates < update) {
        applyChanges(progress);
        DS_TRY(stepAgain(m_parts, progress, made));
    }
    return progress;
}

Result<Progress> TimeMachine::goTo(int64_t update, const Made& made, std::shared_ptr<StepObserver> observer, std::optional<int64_t> from)
{
    const Snapshot* snapshot = find(from.value_or(update));
    if (!snapshot)
        return Error{
            m_snapshots.empty()
                ? phrase("Training", "no snapshots were kept")
                : phrase("Training", "snapshots reach back to step %1").with({std::to_string(m_snapshots.front().progress.updates)}),
            "step " + std::to_string(update), phrase("Training", "Give training.snapshot_memory more.")};
    DS_TRY(restore(*snapshot));
    Learner& learner = *m_parts.learner;
    std::shared_ptr<StepObserver> before = learner.observer();
    learner.observe(std::move(observer));
    Result<Progress> there = replay(snapshot->progress, update, made);
    learner.observe(std::move(before));
    return there;
}

Status TimeMachine::save(const std::string& folder, std::size_t count) const
{
    const std::size_t first = m_snapshots.size() - std::min(count, m_snapshots.size());
    for (std::size_t i = first; i < m_snapshots.size(); ++i) DS_TRY(write(m_snapshots[i], pathOf(m_snapshots[i], folder)));
    return {};
}

Status TimeMachine::saveBefore(const std::string& folder, int64_t update) const
{
    namespace fs = std::filesystem;
    constexpr std::size_t most = 3;
    const Snapshot* snapshot = find(update);
    if (!snapshot) return {};
    const std::string path = pathOf(*snapshot, folder);
    if (std::error_code problem; fs::exists(path, problem)) return {};
    DS_TRY(write(*snapshot, path));
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    std::error_code problem;
    for (const fs::directory_entry& file : fs::directory_iterator(folder, problem))
        if (file.path().filename().string().starts_with("snapshot-")) files.emplace_back(file.last_write_time(problem), file.path());
    std::sort(files.begin(), files.end());
    for (std::size_t i = 0; i + most < files.size(); ++i) fs::remove(files[i].second, problem);
    return {};
}

std::string TimeMachine::pathOf(const Snapshot& snapshot, const std::string& folder) const
{
    return (std::filesystem::path(folder) / ("snapshot-" + std::to_string(snapshot.progress.updates) + ".ckpt")).string();
}

Status TimeMachine::write(const Snapshot& snapshot, const std::string& path) const
{
    return saveCheckpoint(path, *m_parts.learner, snapshot.progress, m_parts.data.train->fitted(), m_parts.seed, &snapshot.states);
}

std::size_t snapshotBytes(const RunParts& parts)
{
    if (parts.training().integer("memory_budget") > 0) return 0;
    const auto most = static_cast<std::size_t>(parts.training().integer("snapshot_memory")) << 20;
    return bytesOfOne(*parts.learner) <= most ? most : 0;
}

Result<Rewound> rewind(const std::string& runFolder, int64_t step, const std::string& device)
{
    namespace fs = std::filesystem;
    std::optional<LoadedRun> newest, any; // newest: before the step
    std::string from;
    std::error_code problem;
    for (const fs::directory_entry& file : fs::directory_iterator(runFolder, problem)) {
        if (file.path().extension() != ".ckpt") continue;
        Result<LoadedRun> run = loadRun(file.path().string());
        if (!run) continue; // another one may be whole
        if (run->progress.updates < step && run->progress.accumulated == 0 &&
            (!newest || run->progress.updates > newest->progress.updates)) {
            newest = *run;
            from = file.path().string();
        }
        any = std::move(run).value();
    }
    if (!any) return Error{phrase("Training", "nothing is left that its steps could be made again from"), runFolder, ""};
    const LoadedRun& run = newest ? *newest : *any;
    Rewound rewound{DS_TRY(prepareRun(run.document, device, run.seed, newest.has_value())), {}, from};
    RunParts& parts = rewound.parts;
    if (step < 1 || step > parts.totalUpdates)
        return Error{phrase("Training", "the run has %1 steps").with({std::to_string(parts.totalUpdates)}), "step " + std::to_string(step),
                     ""};
    if (!newest) return rewound;
    rewound.progress = newest->progress;
    DS_TRY(loadTensors(from, *parts.learner));
    parts.learner->setProgress(newest->progress.updates, newest->progress.accumulated);
    parts.loader->seek(newest->progress.epoch, newest->progress.batch);
    return rewound;
}

Status advance(Rewound& rewound, int64_t update, const TimeMachine::Made& made)
{
    while (rewound.progress.updates < update) DS_TRY(stepAgain(rewound.parts, rewound.progress, made));
    return {};
}

} // namespace ds
