// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/document/document.h"
#include "core/store/file_lock.h"
#include "core/store/run_store.h"

namespace ds {

/// What one run writes down while it is at work: its line in the list of runs, scalars, events, where its checkpoints are. Records
/// are gathered until flush().
class RunRecord {
public:
    /// Errors: a folder that cannot be made, records of a newer version.
    static Result<RunRecord> open(const std::string& runsFolder);

    /// A new run: folder, line in the list, parameters, project.dsw. `id` may be empty: it is made from time and name.
    Status begin(const std::string& id, const Document& document, const std::string& device, uint64_t seed);
    /// A run that is there already. An error if another process is at work on it.
    Status take(const std::string& id);

    const std::string& id() const { return m_id; }
    /// "last" or "best".
    std::string checkpointPath(const std::string& name) const;

    void scalar(const std::string& name, int64_t step, double epoch, double value);
    /// Recorded in English; as data, too, so that it can be shown in other languages.
    void event(int64_t step, const std::string& kind, const Phrase& text);
    void details(int64_t step, const std::string& kind, std::string json);
    void histogram(const std::string& name, int64_t step, std::vector<uint8_t> packed);
    void checkpoint(int64_t step, const std::string& name);
    void summary(const std::string& name, double value);
    Status flush();
    /// What was recorded, of earlier sittings, too.
    RunStore& store() { return m_store; }

    Status setState(RunState state) { return m_store.setState(m_id, state); }
    /// The end, told as well as it can be: there is nobody left to hear of an error.
    void finish(RunState state, const std::string& message);

private:
    RunRecord(RunStore store, std::string runsFolder) : m_store(std::move(store)), m_runsFolder(std::move(runsFolder)) {}
    Status lock();

    RunStore m_store;
    std::string m_runsFolder, m_id;
    std::optional<FileLock> m_lock; // while the run is at work
    std::optional<RunWriter> m_writer;
};

} // namespace ds
