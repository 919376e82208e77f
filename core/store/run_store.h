// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "core/store/run_writer.h"

namespace ds {

/// One run beside others: its parameters and final figures.
struct RunComparison {
    RunInfo run; ///< without the document
    std::map<std::string, std::string> params;
    std::map<std::string, double> summary;
};

/// The records of all runs: one SQLite file in WAL mode. Any number of processes may read while others write. An object
/// is used by one thread at a time; open one per thread. Blocks for up to 10 s while another process writes.
class RunStore {
public:
    /// Makes the file if it is missing, unless `readOnly`. Errors: an unwritable folder, a database of another program or
    /// of a newer version, which is left untouched.
    static Result<RunStore> open(const std::string& path, bool readOnly = false);

    /// An error if the id is taken.
    Status add(const RunInfo& run);
    Status setState(const std::string& id, RunState state, double ended = 0, const std::string& message = {});
    RunWriter writer(const std::string& id) { return {m_database, id}; }
    /// With all its records; the files of the run are not touched. An error if there is no such run.
    Status remove(const std::string& id);
    /// Takes over all runs of another store; a run that is here already is replaced.
    Status merge(const std::string& path);

    /// Newest first, without their documents, which may be large.
    Result<std::vector<RunInfo>> runs();
    Result<RunInfo> run(const std::string& id);
    Result<std::vector<RunComparison>> compare(const std::vector<std::string>& ids);

    Result<std::vector<ParamRecord>> params(const std::string& id);
    Result<std::vector<std::string>> scalarNames(const std::string& id);
    /// In the order of steps, from step `from` on.
    Result<std::vector<ScalarRecord>> scalars(const std::string& id, const std::string& name, int64_t from = 0);
    /// The last of each name.
    Result<std::vector<ScalarRecord>> latestScalars(const std::string& id);
    Result<std::vector<EventRecord>> events(const std::string& id);
    Result<std::vector<HistogramRecord>> histograms(const std::string& id, const std::string& name, int64_t from = 0);
    Result<std::vector<ArtifactRecord>> artifacts(const std::string& id);
    Result<std::vector<SummaryRecord>> summary(const std::string& id);

private:
    explicit RunStore(Database database) : m_database(std::move(database)) {}
    Status mergeAttached();

    Database m_database;
};

} // namespace ds
