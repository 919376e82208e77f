// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite.h"

#include <cmath>

#include <sqlite3.h>

namespace ds {

namespace {

Error errorOf(sqlite3* database, const std::string& path)
{
    const int code = sqlite3_errcode(database) & 0xff;
    const Phrase hint = code == SQLITE_FULL       ? phrase("Records", "Make room on the disk.")
                        : code == SQLITE_IOERR    ? phrase("Records", "Check that the disk has room and works.")
                        : code == SQLITE_BUSY     ? phrase("Records", "Another program holds the database; try again.")
                        : code == SQLITE_READONLY ? phrase("Records", "Check the permissions of the file and its folder.")
                        : code == SQLITE_CANTOPEN ? phrase("Records", "Check that the folder exists and can be written to.")
                                                  : Phrase();
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
        return {phrase("Records", "is not a database or is damaged (%1)").with({sqlite3_errmsg(database)}), path,
                phrase("Records", "Move the file away; a new one is made.")};
    return {phrase("Records", "the database answers: %1").with({sqlite3_errmsg(database)}), path, hint};
}

} // namespace

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return errorOf(m_database.get(), m_path);
}

Status Statement::run()
{
    const Result<bool> stepped = step();
    // A finished statement would keep its snapshot, and with it the log, alive.
    if (!stepped) return stepped.error();
    reset();
    return {};
}

void Statement::reset() { sqlite3_reset(m_statement.get()); }

int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }

double Statement::number(int column) const
{
    if (sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL) return std::nan("");
    return sqlite3_column_double(m_statement.get(), column);
}

std::string Statement::text(int column) const
{
    const void* data = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return data ? std::string(static_cast<const char*>(data), static_cast<std::size_t>(size)) : std::string();
}

void Statement::bindOne(int at, int64_t value) { sqlite3_bind_int64(m_statement.get(), at, value); }
void Statement::bindOne(int at, double value) { sqlite3_bind_double(m_statement.get(), at, value); }
void Statement::bindOne(int at, std::string_view value)
{
    sqlite3_bind_text64(m_statement.get(), at, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}
void Statement::bindOne(int at, std::span<const uint8_t> value)
{
    sqlite3_bind_blob64(m_statement.get(), at, value.data(), value.size(), SQLITE_TRANSIENT);
}

Result<Database> Database::open(const std::string& path, Mode mode)
{
    constexpr int busyMilliseconds = 10'000;
    const int flags = mode == Mode::Read    ? SQLITE_OPEN_READONLY
                      : mode == Mode::Write ? SQLITE_OPEN_READWRITE
                                            : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    Database database;
    database.m_path = path;
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    database.m_database = {raw, sqlite3_close_v2}; // also if it failed
    if (code != SQLITE_OK) return errorOf(raw, path);
    sqlite3_busy_timeout(raw, busyMilliseconds);
    return database;
}

Status Database::execute(const std::string& sql)
{
    if (sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return errorOf(m_database.get(), m_path);
}

Result<Statement> Database::prepare(std::string_view sql)
{
    Statement statement;
    statement.m_database = m_database;
    statement.m_path = m_path;
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v2(m_database.get(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr);
    statement.m_statement = {raw, sqlite3_finalize};
    if (code != SQLITE_OK) return errorOf(m_database.get(), m_path);
    return statement;
}

Result<int64_t> Database::integer(std::string_view sql)
{
    Statement statement = DS_TRY(prepare(sql));
    return DS_TRY(statement.step()) ? statement.integer(0) : 0;
}

void Database::checkpointOnClose(bool on) { sqlite3_db_config(m_database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1, nullptr); }

Transaction::~Transaction()
{
    if (m_begun && !m_done) (void)m_database.execute("ROLLBACK");
}

Status Transaction::commit()
{
    DS_TRY(m_database.execute("COMMIT"));
    m_done = true;
    return {};
}

} // namespace ds
