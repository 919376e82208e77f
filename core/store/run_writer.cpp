// SPDX-License-Identifier: Apache-2.0
#include "core/store/run_writer.h"

namespace ds {

Status RunWriter::prepare()
{
    if (!m_statements.empty()) return {};
    // Steps that a resumed run makes again say the same again: it is kept once.
    constexpr const char* addEvent = "INSERT INTO events(run, step, time, kind, text, data) SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT EXISTS("
                                     "SELECT 1 FROM events WHERE run = ?1 AND step = ?2 AND kind = ?4 AND text = ?5 AND data = ?6)";
    std::vector<Statement> statements;
    for (const char* sql : {"INSERT OR REPLACE INTO params VALUES(?, ?, ?)", "INSERT OR REPLACE INTO scalars VALUES(?, ?, ?, ?, ?, ?)",
                            addEvent, "INSERT OR REPLACE INTO histograms VALUES(?, ?, ?, ?)",
                            "INSERT OR REPLACE INTO artifacts VALUES(?, ?, ?, ?, ?)", "INSERT OR REPLACE INTO summary VALUES(?, ?, ?)"})
        statements.push_back(DS_TRY(m_database.prepare(sql)));
    m_statements = std::move(statements);
    return {};
}

Status RunWriter::insert(const ParamRecord& r) { return m_statements[0].bind(m_run, r.name, r.value).run(); }
Status RunWriter::insert(const ScalarRecord& r) { return m_statements[1].bind(m_run, r.name, r.step, r.epoch, r.time, r.value).run(); }
Status RunWriter::insert(const EventRecord& r) { return m_statements[2].bind(m_run, r.step, r.time, r.kind, r.text, r.data).run(); }
Status RunWriter::insert(const HistogramRecord& r)
{
    return m_statements[3].bind(m_run, r.name, r.step, std::span<const uint8_t>(r.data)).run();
}
Status RunWriter::insert(const ArtifactRecord& r) { return m_statements[4].bind(m_run, r.kind, r.path, r.step, r.note).run(); }
Status RunWriter::insert(const SummaryRecord& r) { return m_statements[5].bind(m_run, r.name, r.value).run(); }

Status RunWriter::flush()
{
    if (m_pending.empty()) return {};
    DS_TRY(prepare());
    Transaction transaction(m_database);
    if (!transaction.begun()) return transaction.begun();
    for (const Record& record : m_pending) DS_TRY(std::visit([&](const auto& r) { return insert(r); }, record));
    DS_TRY(transaction.commit());
    m_pending.clear();
    return {};
}

} // namespace ds
