// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/file_bytes.h"

namespace ds {

/// The cells of a CSV file (RFC 4180: quotes, quoted line breaks; LF or CRLF; a UTF-8 mark is skipped; empty lines too).
/// Cells are trimmed of spaces unless quoted.
class CsvTable {
public:
    /// Errors name the line: rows of different lengths, a quote that does not end.
    static Result<CsvTable> open(const std::string& path, char separator, bool header);
    /// One row without a file.
    static Result<std::vector<std::string>> parseRow(const std::string& text, char separator);

    const std::string& path() const { return m_path; }
    /// From the first line, or "column 1", "column 2", ...
    const std::vector<std::string>& names() const { return m_names; }
    int64_t rows() const { return static_cast<int64_t>(m_lines.size()); }
    std::string_view cell(int64_t row, std::size_t column) const
    {
        return m_cells[static_cast<std::size_t>(row) * m_names.size() + column];
    }
    /// `PATH, line 7, column "age"`
    std::string place(int64_t row, std::size_t column) const;

private:
    std::string m_path;
    FileBytes m_file;
    std::vector<std::string> m_names;
    std::vector<std::string_view> m_cells; // row-major; views on the file or m_unquoted
    std::vector<int64_t> m_lines;          // where each row starts, counted from 1
    std::deque<std::string> m_unquoted;
};

/// Whether the whole cell is a finite number; sets `value`.
bool parseNumber(std::string_view cell, double& value);
/// Empty, NA, N/A, NaN, null or ?, whatever the case.
bool isMissing(std::string_view cell);

} // namespace ds
