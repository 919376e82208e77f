// SPDX-License-Identifier: Apache-2.0
#include "core/store/schema.h"

#include <array>

namespace ds::schema {

namespace {

constexpr int64_t applicationId = 0x44535752; // "DSWR"

// Scalars and histograms are kept in the order of their key: a curve is one range, and a step that is reported again
// after resuming replaces itself.
constexpr const char* tables = R"(
CREATE TABLE runs(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, project TEXT NOT NULL, document TEXT NOT NULL, device TEXT NOT NULL, seed INTEGER NOT NULL,
  started REAL NOT NULL, ended REAL, state TEXT NOT NULL CHECK(state IN ('running', 'finished', 'stopped', 'failed', 'paused')),
  message TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX runs_by_start ON runs(started);
CREATE TABLE params(
  run TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(run, name)) WITHOUT ROWID;
CREATE TABLE scalars(
  run TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, name TEXT NOT NULL, step INTEGER NOT NULL, epoch REAL, time REAL NOT NULL,
  value REAL, PRIMARY KEY(run, name, step)) WITHOUT ROWID;
CREATE TABLE events(
  number INTEGER PRIMARY KEY, run TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, step INTEGER NOT NULL, time REAL NOT NULL,
  kind TEXT NOT NULL, text TEXT NOT NULL, data TEXT NOT NULL);
CREATE INDEX events_by_run ON events(run, number);
CREATE TABLE histograms(
  run TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, name TEXT NOT NULL, step INTEGER NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY(run, name, step)) WITHOUT ROWID;
CREATE TABLE artifacts(
  run TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, kind TEXT NOT NULL, path TEXT NOT NULL, step INTEGER NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY(run, path)) WITHOUT ROWID;
CREATE TABLE summary(
  run TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, name TEXT NOT NULL, value REAL, PRIMARY KEY(run, name)) WITHOUT ROWID;
)";

/// Version 2. One row for each run that somebody noted something about; `binned` is when it was thrown away, 0 if it was not.
constexpr const char* notes = R"(
CREATE TABLE notes(
  run TEXT PRIMARY KEY REFERENCES runs ON DELETE CASCADE, star INTEGER NOT NULL, tags TEXT NOT NULL, note TEXT NOT NULL,
  binned REAL NOT NULL) WITHOUT ROWID;
)";

/// Version 3. What has been told at a step already is looked up at every event.
constexpr const char* eventsByStep = "CREATE INDEX events_by_step ON events(run, step)";

constexpr std::array<const char*, version> migrations{tables, notes, eventsByStep};

} // namespace

Status prepare(Database& database, bool readOnly)
{
    // Until we know that it is ours, not even closing may touch the file.
    database.checkpointOnClose(false);
    const int64_t found = DS_TRY(database.integer("PRAGMA user_version"));
    const int64_t application = DS_TRY(database.integer("PRAGMA application_id"));
    const int64_t objects = DS_TRY(database.integer("SELECT count(*) FROM sqlite_schema"));
    const bool empty = found == 0 && application == 0 && objects == 0;
    if (!empty && application != applicationId)
        return Error{phrase("Records", "is a database of another program"), database.path(),
                     phrase("Records", "Choose another file for the records of runs.")};
    if (found > version)
        return Error{phrase("Records", "the records have format %1, written by a newer version of this program; this one reads up to %2")
                         .with({std::to_string(found), std::to_string(version)}),
                     database.path(), phrase("Records", "Use the newer version. Nothing was changed.")};
    if (empty && readOnly) return Error{phrase("Records", "holds no records of runs"), database.path(), ""};
    database.checkpointOnClose(true);
    DS_TRY(database.execute("PRAGMA foreign_keys = ON"));
    if (readOnly) return {};
    // NORMAL: a commit is in the hands of the system when it returns, so it outlives this process however that ends. A
    // power cut can take the last commits, never the database.
    DS_TRY(database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"));
    if (found == version) return {};
    Transaction transaction(database);
    if (!transaction.begun()) return transaction.begun();
    const int64_t present = DS_TRY(database.integer("PRAGMA user_version"));
    if (present == version) return {}; // another process was faster
    for (int64_t next = present; next < version; ++next) DS_TRY(database.execute(migrations[static_cast<std::size_t>(next)]));
    DS_TRY(database.execute("PRAGMA application_id = " + std::to_string(applicationId) +
                            "; PRAGMA user_version = " + std::to_string(version)));
    return transaction.commit();
}

} // namespace ds::schema
