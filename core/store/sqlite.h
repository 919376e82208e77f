// SPDX-License-Identifier: Apache-2.0
// A small layer over SQLite: handles that close themselves and errors as values. One thread per connection.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace ds {

/// A prepared statement.
class Statement {
public:
    /// Binds the values to the parameters 1, 2, ... of a statement that has been reset.
    template <class... Values>
    Statement& bind(const Values&... values)
    {
        reset();
        int at = 0;
        (bindOne(++at, values), ...);
        return *this;
    }
    /// True while there is a row.
    Result<bool> step();
    /// For statements without rows.
    Status run();

    int64_t integer(int column) const;
    double number(int column) const; ///< NaN if null: SQLite has no NaN
    std::string text(int column) const;
    std::string blob(int column) const { return text(column); }

private:
    friend class Database;
    void reset();
    void bindOne(int at, int64_t value);
    void bindOne(int at, double value);
    void bindOne(int at, std::string_view value);
    void bindOne(int at, std::span<const uint8_t> value);

    std::shared_ptr<sqlite3> m_database;
    std::shared_ptr<sqlite3_stmt> m_statement;
    std::string m_path;
};

class Database {
public:
    enum class Mode { Read, Write, Create };
    static Result<Database> open(const std::string& path, Mode mode);

    const std::string& path() const { return m_path; }
    /// Any number of statements, without results.
    Status execute(const std::string& sql);
    Result<Statement> prepare(std::string_view sql);
    /// The first column of the first row; 0 if there is none.
    Result<int64_t> integer(std::string_view sql);
    /// Whether closing leaves the file alone rather than moving what is in the write-ahead log into it.
    void checkpointOnClose(bool on);

private:
    std::string m_path;
    std::shared_ptr<sqlite3> m_database;
};

/// BEGIN IMMEDIATE now; ROLLBACK at the end of the scope unless committed.
class Transaction {
public:
    explicit Transaction(Database& database) : m_database(database), m_begun(database.execute("BEGIN IMMEDIATE")) {}
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    const Status& begun() const { return m_begun; }
    Status commit();

private:
    Database& m_database;
    Status m_begun;
    bool m_done = false;
};

} // namespace ds
