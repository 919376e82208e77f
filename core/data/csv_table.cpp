// SPDX-License-Identifier: Apache-2.0
#include "core/data/csv_table.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/data/utf8.h"

namespace ds {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// Cuts cells off a text.
class Scanner {
public:
    Scanner(std::string_view text, char separator, std::deque<std::string>& unquoted)
        : m_rest(text), m_separator(separator), m_unquoted(unquoted)
    {
    }

    bool atEnd() const { return m_rest.empty(); }
    int64_t line() const { return m_line; }
    bool skipEmptyLine() { return lineBreak(); }

    /// The cells of one row. What is wrong, or nothing.
    Phrase row(std::vector<std::string_view>& cells)
    {
        for (;;) {
            if (Phrase problem = cell(cells); !problem.empty()) return problem;
            if (!m_rest.empty() && m_rest.front() == m_separator) {
                m_rest.remove_prefix(1);
                continue;
            }
            if (m_rest.empty() || lineBreak()) return {};
            return phrase("Data", "there is text after a closing quote");
        }
    }

private:
    bool lineBreak()
    {
        const std::size_t length = m_rest.starts_with("\r\n") ? 2 : m_rest.starts_with("\n") || m_rest.starts_with("\r") ? 1 : 0;
        m_rest.remove_prefix(length);
        m_line += length > 0;
        return length > 0;
    }

    Phrase cell(std::vector<std::string_view>& cells)
    {
        const std::size_t blanks = m_rest.find_first_not_of(m_separator == '\t' ? " " : " \t");
        if (blanks != std::string_view::npos && m_rest[blanks] == '"') {
            m_rest.remove_prefix(blanks + 1);
            return quoted(cells);
        }
        std::size_t end = 0;
        while (end < m_rest.size() && m_rest[end] != m_separator && m_rest[end] != '\n' && m_rest[end] != '\r') ++end;
        cells.push_back(trimmed(m_rest.substr(0, end)));
        m_rest.remove_prefix(end);
        return {};
    }

    Phrase quoted(std::vector<std::string_view>& cells)
    {
        std::string* copy = nullptr; // only if a doubled quote has to be undone
        for (;;) {
            const std::size_t end = m_rest.find('"');
            if (end == std::string_view::npos) return phrase("Data", "a quote is opened and not closed");
            const std::string_view part = m_rest.substr(0, end);
            m_line += std::count(part.begin(), part.end(), '\n');
            m_rest.remove_prefix(end + 1);
            const bool doubled = m_rest.starts_with('"');
            if (doubled && !copy) copy = &m_unquoted.emplace_back();
            if (copy) copy->append(part);
            if (!doubled) {
                cells.push_back(copy ? std::string_view(*copy) : part);
                while (m_rest.starts_with(' ')) m_rest.remove_prefix(1);
                return {};
            }
            copy->push_back('"');
            m_rest.remove_prefix(1);
        }
    }

    std::string_view m_rest;
    char m_separator;
    int64_t m_line = 1;
    std::deque<std::string>& m_unquoted;
};

} // namespace

Result<CsvTable> CsvTable::open(const std::string& path, char separator, bool header)
{
    CsvTable table;
    table.m_path = path;
    table.m_file = DS_TRY(FileBytes::open(path));
    std::string_view text = table.m_file.text();
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    Scanner scanner(text, separator, table.m_unquoted);
    std::vector<std::string_view> first;
    while (!scanner.atEnd()) {
        if (scanner.skipEmptyLine()) continue;
        const int64_t line = scanner.line();
        const std::string where = path + ", line " + std::to_string(line);
        const std::size_t before = table.m_cells.size();
        const bool names = table.m_names.empty() && header;
        if (Phrase problem = scanner.row(names ? first : table.m_cells); !problem.empty()) return Error{problem, where, ""};
        if (names) {
            table.m_names.assign(first.begin(), first.end());
            if (!std::all_of(first.begin(), first.end(), isUtf8))
                return Error{phrase("Data", "the names of the columns are not UTF-8"), where, phrase("Data", "Convert the file to UTF-8.")};
            continue;
        }
        const std::size_t cells = table.m_cells.size() - before;
        if (table.m_names.empty())
            for (std::size_t i = 1; i <= cells; ++i) table.m_names.push_back("column " + std::to_string(i));
        if (cells != table.m_names.size())
            return Error{phrase("Data", "has %1 cells, but there are %2 columns")
                             .with({std::to_string(cells), std::to_string(table.m_names.size())}),
                         where, cells == 1 || table.m_names.size() == 1 ? phrase("Data", "Is the separator right?") : Phrase()};
        table.m_lines.push_back(line);
    }
    if (table.m_lines.empty()) return Error{phrase("Data", "holds no rows"), path, ""};
    return table;
}

Result<std::vector<std::string>> CsvTable::parseRow(const std::string& text, char separator)
{
    std::deque<std::string> unquoted;
    std::vector<std::string_view> cells;
    Scanner scanner(text, separator, unquoted);
    if (Phrase problem = scanner.row(cells); !problem.empty()) return Error{problem, "", ""};
    if (!scanner.atEnd()) return Error{phrase("Data", "expects one row, got several lines"), "", ""};
    return std::vector<std::string>(cells.begin(), cells.end());
}

std::string CsvTable::place(int64_t row, std::size_t column) const
{
    return m_path + ", line " + std::to_string(m_lines[static_cast<std::size_t>(row)]) + ", column \"" + m_names[column] + "\"";
}

bool parseNumber(std::string_view cell, double& value)
{
    if (cell.starts_with('+')) cell.remove_prefix(1);
    const auto [end, code] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return code == std::errc{} && end == cell.data() + cell.size() && std::isfinite(value);
}

bool isMissing(std::string_view cell)
{
    if (cell.size() > 4) return false;
    std::string lower(cell);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower.empty() || lower == "na" || lower == "n/a" || lower == "nan" || lower == "null" || lower == "?";
}

} // namespace ds
