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

/// A run as a line of a list.
struct RunOverview {
    RunComparison figures; ///< run without the document, parameters, summary
    RunNote note;
    int64_t steps = 0; ///< done so far
    double epochs = 0;
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
    /// Everything that a list of all runs shows, newest first, in a few queries however many runs there are.
    Result<std::vector<RunOverview>> overview();
    /// Counts up when any process has written to the database since.
    Result<int64_t> dataVersion() { return m_database.integer("PRAGMA data_version"); }

    /// Nothing noted: the default.
    Result<RunNote> note(const std::string& id);
    Status setNote(const std::string& id, const RunNote& note);

    Result<std::vector<ParamRecord>> params(const std::string& id);
    Result<std::vector<std::string>> scalarNames(const std::string& id);
    /// In the order of steps, from step `from` on.
    Result<std::vector<ScalarRecord>> scalars(const std::string& id, const std::string& name, int64_t from = 0);
    /// The last of each name.
    Result<std::vector<ScalarRecord>> latestScalars(const std::string& id);
    /// In the order in which they came, without the first `skip`.
    Result<std::vector<EventRecord>> events(const std::string& id, int64_t skip = 0);
    Result<std::vector<HistogramRecord>> histograms(const std::string& id, const std::string& name, int64_t from = 0);
    Result<std::vector<ArtifactRecord>> artifacts(const std::string& id);
    Result<std::vector<SummaryRecord>> summary(const std::string& id);

private:
    explicit RunStore(Database database) : m_database(std::move(database)) {}
    Status mergeAttached();
    Result<std::map<std::string, RunNote>> notes(const std::string& schema = "main");

    Database m_database;
};

} // namespace ds
