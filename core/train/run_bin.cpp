// SPDX-License-Identifier: Apache-2.0
#include "core/train/run_bin.h"

#include <chrono>
#include <filesystem>

#include "core/store/file_lock.h"
#include "core/store/run_store.h"
#include "core/train/run_folder.h"

namespace ds {

namespace {

namespace fs = std::filesystem;

Result<RunStore> storeOf(const std::string& runsFolder) { return RunStore::open((fs::path(runsFolder) / "runs.sqlite").string()); }
fs::path binned(const std::string& runsFolder, const std::string& run) { return fs::path(runsFolder) / "bin" / run; }

/// A run that came from elsewhere may have records alone.
Status move(const fs::path& from, const fs::path& to)
{
    std::error_code problem;
    if (!fs::exists(from, problem)) return {};
    fs::create_directories(to.parent_path(), problem);
    if (!problem) fs::rename(from, to, problem);
    if (problem) return Error{phrase("Training", "cannot be moved: %1").with({problem.message()}), from.string(), ""};
    return {};
}

Status mark(RunStore& store, const std::string& run, double when)
{
    RunNote note = DS_TRY(store.note(run));
    note.binned = when;
    return store.setNote(run, note);
}

} // namespace

Status moveToBin(const std::string& runsFolder, const std::string& run)
{
    RunStore store = DS_TRY(storeOf(runsFolder));
    (void)DS_TRY(store.run(run));
    const fs::path folder = runFolder(runsFolder, run);
    std::error_code problem;
    if (fs::exists(folder, problem) && !FileLock::take((folder / "lock").string()))
        return Error{phrase("Training", "is at work"), "run " + run, phrase("Training", "Stop it first.")};
    const double now = std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
    DS_TRY(move(folder, binned(runsFolder, run)));
    Status marked = mark(store, run, now);
    if (!marked) (void)move(binned(runsFolder, run), folder).ok();
    return marked;
}

Status restoreFromBin(const std::string& runsFolder, const std::string& run)
{
    RunStore store = DS_TRY(storeOf(runsFolder));
    DS_TRY(move(binned(runsFolder, run), runFolder(runsFolder, run)));
    return mark(store, run, 0);
}

Result<int> emptyBin(const std::string& runsFolder)
{
    RunStore store = DS_TRY(storeOf(runsFolder));
    int count = 0;
    for (const RunInfo& run : DS_TRY(store.runs())) {
        if (DS_TRY(store.note(run.id)).binned == 0) continue;
        std::error_code problem;
        fs::remove_all(binned(runsFolder, run.id), problem);
        if (problem)
            return Error{phrase("Training", "cannot be deleted: %1").with({problem.message()}), binned(runsFolder, run.id).string(), ""};
        DS_TRY(store.remove(run.id));
        ++count;
    }
    return count;
}

} // namespace ds
