// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>

#include "core/store/records.h"
#include "core/store/sqlite.h"

namespace ds {

/// Records of one run: gathered in memory by add(), written in one transaction by flush(). What was flushed survives
/// `kill -9`. One writer per run; used by one thread.
class RunWriter {
public:
    using Record = std::variant<ParamRecord, ScalarRecord, EventRecord, HistogramRecord, ArtifactRecord, SummaryRecord>;

    void add(Record record) { m_pending.push_back(std::move(record)); }
    std::size_t pending() const { return m_pending.size(); }
    /// All or nothing; after an error the records are still pending. Errors: a full disk, a database that stays busy.
    Status flush();

private:
    friend class RunStore;
    RunWriter(Database database, std::string run) : m_database(std::move(database)), m_run(std::move(run)) {}
    Status prepare();
    Status insert(const ParamRecord& record);
    Status insert(const ScalarRecord& record);
    Status insert(const EventRecord& record);
    Status insert(const HistogramRecord& record);
    Status insert(const ArtifactRecord& record);
    Status insert(const SummaryRecord& record);

    Database m_database;
    std::string m_run;
    std::vector<Record> m_pending;
    std::vector<Statement> m_statements; // in the order of Record's alternatives
};

} // namespace ds
