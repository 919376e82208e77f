// SPDX-License-Identifier: Apache-2.0
#include "core/store/run_store.h"

#include <array>
#include <filesystem>
#include <sstream>

#include "core/store/schema.h"

namespace ds {

namespace {

constexpr std::array<std::string_view, 5> stateNames = {"running", "finished", "stopped", "failed", "paused"};

RunState stateFrom(const std::string& name)
{
    for (std::size_t i = 0; i < stateNames.size(); ++i)
        if (stateNames[i] == name) return static_cast<RunState>(i);
    return RunState::Failed;
}

constexpr std::string_view runColumns = "id, name, project, device, seed, started, ended, state, message";

RunInfo runFrom(const Statement& s)
{
    return {.id = s.text(0),
            .name = s.text(1),
            .project = s.text(2),
            .document = {},
            .device = s.text(3),
            .seed = static_cast<uint64_t>(s.integer(4)),
            .started = s.number(5),
            .ended = s.number(6),
            .state = stateFrom(s.text(7)),
            .message = s.text(8)};
}

/// All rows of a query, each made by `make`.
template <class Make, class... Values>
auto rows(Database& database, std::string_view sql, Make make, const Values&... values)
    -> Result<std::vector<decltype(make(std::declval<const Statement&>()))>>
{
    std::vector<decltype(make(std::declval<const Statement&>()))> list;
    Statement statement = DS_TRY(database.prepare(sql));
    statement.bind(values...);
    while (DS_TRY(statement.step())) list.push_back(make(statement));
    return list;
}

ScalarRecord scalarFrom(const Statement& s) { return {s.text(0), s.integer(1), s.number(2), s.number(3), s.number(4)}; }

Error unknownRun(const std::string& id, const std::string& path)
{
    return {phrase("Records", "there is no run \"%1\"").with({id}), path, ""};
}

} // namespace

std::string_view runStateName(RunState state) { return stateNames[static_cast<std::size_t>(state)]; }

Result<RunStore> RunStore::open(const std::string& path, bool readOnly)
{
    std::error_code code;
    if (readOnly && !std::filesystem::exists(path, code)) return Error{phrase("Records", "there are no records of runs"), path, ""};
    Database database = DS_TRY(Database::open(path, readOnly ? Database::Mode::Read : Database::Mode::Create));
    DS_TRY(schema::prepare(database, readOnly));
    return RunStore(std::move(database));
}

Status RunStore::add(const RunInfo& run)
{
    if (this->run(run.id)) return Error{phrase("Records", "there is a run \"%1\" already").with({run.id}), m_database.path(), ""};
    Statement statement = DS_TRY(m_database.prepare("INSERT INTO runs VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return statement
        .bind(run.id, run.name, run.project, run.document, run.device, static_cast<int64_t>(run.seed), run.started, run.ended,
              runStateName(run.state), run.message)
        .run();
}

Status RunStore::setState(const std::string& id, RunState state, double ended, const std::string& message)
{
    Statement statement = DS_TRY(m_database.prepare("UPDATE runs SET state = ?, ended = ?, message = ? WHERE id = ?"));
    DS_TRY(statement.bind(runStateName(state), ended, message, id).run());
    if (DS_TRY(m_database.integer("SELECT changes()")) == 0) return unknownRun(id, m_database.path());
    return {};
}

Status RunStore::remove(const std::string& id)
{
    Statement statement = DS_TRY(m_database.prepare("DELETE FROM runs WHERE id = ?"));
    DS_TRY(statement.bind(id).run());
    if (DS_TRY(m_database.integer("SELECT changes()")) == 0) return unknownRun(id, m_database.path());
    return {};
}

Status RunStore::merge(const std::string& path)
{
    {
        const Result<RunStore> other = open(path, true); // refuses what is not ours
        if (!other) return other.error();
    }
    Statement attach = DS_TRY(m_database.prepare("ATTACH ? AS other"));
    DS_TRY(attach.bind(path).run());
    const Status merged = mergeAttached();
    const Status detached = m_database.execute("DETACH other");
    return merged ? detached : merged;
}

Status RunStore::mergeAttached()
{
    Transaction transaction(m_database);
    if (!transaction.begun()) return transaction.begun();
    DS_TRY(m_database.execute("DELETE FROM main.runs WHERE id IN (SELECT id FROM other.runs);"
                              "INSERT INTO main.runs SELECT * FROM other.runs;"
                              "INSERT INTO main.params SELECT * FROM other.params;"
                              "INSERT INTO main.scalars SELECT * FROM other.scalars;"
                              "INSERT INTO main.events(run, step, time, kind, text, data)"
                              "  SELECT run, step, time, kind, text, data FROM other.events ORDER BY number;"
                              "INSERT INTO main.histograms SELECT * FROM other.histograms;"
                              "INSERT INTO main.artifacts SELECT * FROM other.artifacts;"
                              "INSERT INTO main.summary SELECT * FROM other.summary;"));
    for (const auto& [id, note] : DS_TRY(notes("other"))) DS_TRY(setNote(id, note));
    return transaction.commit();
}

Result<std::vector<RunInfo>> RunStore::runs()
{
    return rows(m_database, "SELECT " + std::string(runColumns) + " FROM runs ORDER BY started DESC, id", runFrom);
}

Result<RunInfo> RunStore::run(const std::string& id)
{
    const auto withDocument = [](const Statement& s) {
        RunInfo run = runFrom(s);
        run.document = s.text(9);
        return run;
    };
    std::vector<RunInfo> found =
        DS_TRY(rows(m_database, "SELECT " + std::string(runColumns) + ", document FROM runs WHERE id = ?", withDocument, id));
    if (found.empty()) return unknownRun(id, m_database.path());
    return std::move(found.front());
}

Result<std::vector<RunComparison>> RunStore::compare(const std::vector<std::string>& ids)
{
    std::vector<RunComparison> list;
    for (const std::string& id : ids) {
        RunComparison comparison{DS_TRY(run(id)), {}, {}};
        comparison.run.document.clear();
        for (ParamRecord& param : DS_TRY(params(id))) comparison.params.emplace(std::move(param.name), std::move(param.value));
        for (SummaryRecord& figure : DS_TRY(summary(id))) comparison.summary.emplace(std::move(figure.name), figure.value);
        list.push_back(std::move(comparison));
    }
    return list;
}

Result<std::vector<RunOverview>> RunStore::overview()
{
    std::vector<RunOverview> list;
    std::map<std::string, std::size_t> places;
    for (RunInfo& run : DS_TRY(runs())) {
        places.emplace(run.id, list.size());
        list.push_back({{std::move(run), {}, {}}, {}, 0, 0});
    }
    // A run that came after the first query is seen the next time.
    const auto each = [&](std::string_view sql, const auto& take) -> Status {
        Statement statement = DS_TRY(m_database.prepare(sql));
        while (DS_TRY(statement.step()))
            if (const auto at = places.find(statement.text(0)); at != places.end()) take(list[at->second], statement);
        return {};
    };
    DS_TRY(each("SELECT run, name, value FROM params",
                [](RunOverview& run, const Statement& s) { run.figures.params.emplace(s.text(1), s.text(2)); }));
    DS_TRY(each("SELECT run, name, value FROM summary",
                [](RunOverview& run, const Statement& s) { run.figures.summary.emplace(s.text(1), s.number(2)); }));
    // The last row of a curve is one look-up along the key.
    DS_TRY(each("SELECT runs.id, s.step, s.epoch FROM runs JOIN scalars s ON s.run = runs.id AND s.name = 'train/loss' AND s.step = "
                "(SELECT max(step) FROM scalars WHERE run = runs.id AND name = 'train/loss')",
                [](RunOverview& run, const Statement& s) { run.steps = s.integer(1), run.epochs = s.number(2); }));
    for (auto& [id, note] : DS_TRY(notes()))
        if (const auto at = places.find(id); at != places.end()) list[at->second].note = std::move(note);
    return list;
}

Result<std::map<std::string, RunNote>> RunStore::notes(const std::string& schema)
{
    std::map<std::string, RunNote> found;
    // An older store that is only read has no such table.
    if (DS_TRY(m_database.integer("SELECT count(*) FROM " + schema + ".sqlite_schema WHERE name = 'notes'")) == 0) return found;
    Statement statement = DS_TRY(m_database.prepare("SELECT run, star, tags, note, binned FROM " + schema + ".notes"));
    while (DS_TRY(statement.step())) {
        RunNote note{statement.integer(1) != 0, {}, statement.text(3), statement.number(4)};
        std::istringstream tags(statement.text(2));
        for (std::string tag; std::getline(tags, tag, ',');) note.tags.push_back(tag);
        found.emplace(statement.text(0), std::move(note));
    }
    return found;
}

Result<RunNote> RunStore::note(const std::string& id)
{
    std::map<std::string, RunNote> all = DS_TRY(notes());
    return std::move(all[id]);
}

Status RunStore::setNote(const std::string& id, const RunNote& note)
{
    std::string tags;
    for (const std::string& tag : note.tags) tags += (tags.empty() ? "" : ",") + tag;
    if (!run(id)) return unknownRun(id, m_database.path());
    Statement statement = DS_TRY(m_database.prepare("INSERT OR REPLACE INTO notes VALUES(?, ?, ?, ?, ?)"));
    return statement.bind(id, static_cast<int64_t>(note.star), tags, note.note, note.binned).run();
}

Result<std::vector<ParamRecord>> RunStore::params(const std::string& id)
{
    const auto make = [](const Statement& s) { return ParamRecord{s.text(0), s.text(1)}; };
    return rows(m_database, "SELECT name, value FROM params WHERE run = ? ORDER BY name", make, id);
}

Result<std::vector<std::string>> RunStore::scalarNames(const std::string& id)
{
    // One look-up per name along the key, however many steps there are.
    constexpr std::string_view sql = "WITH RECURSIVE names(name) AS (SELECT min(name) FROM scalars WHERE run = ?1 UNION ALL "
                                     "SELECT (SELECT min(s.name) FROM scalars s WHERE s.run = ?1 AND s.name > names.name) FROM names "
                                     "WHERE names.name IS NOT NULL) SELECT name FROM names WHERE name IS NOT NULL";
    return rows(
        m_database, sql, [](const Statement& s) { return s.text(0); }, id);
}

Result<std::vector<ScalarRecord>> RunStore::scalars(const std::string& id, const std::string& name, int64_t from)
{
    return rows(m_database, "SELECT name, step, epoch, time, value FROM scalars WHERE run = ? AND name = ? AND step >= ? ORDER BY step",
                scalarFrom, id, name, from);
}

Result<std::vector<ScalarRecord>> RunStore::latestScalars(const std::string& id)
{
    std::vector<ScalarRecord> list;
    Statement statement = DS_TRY(
        m_database.prepare("SELECT name, step, epoch, time, value FROM scalars WHERE run = ? AND name = ? ORDER BY step DESC LIMIT 1"));
    for (const std::string& name : DS_TRY(scalarNames(id)))
        if (DS_TRY(statement.bind(id, name).step())) list.push_back(scalarFrom(statement));
    return list;
}

Result<std::vector<EventRecord>> RunStore::events(const std::string& id, int64_t skip)
{
    const auto make = [](const Statement& s) { return EventRecord{s.integer(0), s.number(1), s.text(2), s.text(3), s.text(4)}; };
    return rows(m_database, "SELECT step, time, kind, text, data FROM events WHERE run = ? ORDER BY number LIMIT -1 OFFSET ?", make, id,
                skip);
}

Result<std::vector<HistogramRecord>> RunStore::histograms(const std::string& id, const std::string& name, int64_t from)
{
    const auto make = [](const Statement& s) {
        const std::string data = s.blob(2);
        return HistogramRecord{s.text(0), s.integer(1), {data.begin(), data.end()}};
    };
    return rows(m_database, "SELECT name, step, data FROM histograms WHERE run = ? AND name = ? AND step >= ? ORDER BY step", make, id,
                name, from);
}

Result<std::vector<ArtifactRecord>> RunStore::artifacts(const std::string& id)
{
    const auto make = [](const Statement& s) { return ArtifactRecord{s.text(0), s.text(1), s.integer(2), s.text(3)}; };
    return rows(m_database, "SELECT kind, path, step, note FROM artifacts WHERE run = ? ORDER BY step, path", make, id);
}

Result<std::vector<SummaryRecord>> RunStore::summary(const std::string& id)
{
    const auto make = [](const Statement& s) { return SummaryRecord{s.text(0), s.number(1)}; };
    return rows(m_database, "SELECT name, value FROM summary WHERE run = ? ORDER BY name", make, id);
}

} // namespace ds
