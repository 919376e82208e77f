// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstdio>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"

namespace ds::cli {

namespace {

/// Characters as a terminal counts them: bytes that do not continue a UTF-8 sequence.
std::size_t width(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace

int tell(const Error& error)
{
    fmt::print(stderr, "{}\n", error.message());
    return 1;
}

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

int tell(const Errors& errors)
{
    for (const Error& error : errors) tell(error);
    return 1;
}

void printLine(const Json& json)
{
    fmt::print("{}\n", json.dump(-1, ' ', false, Json::error_handler_t::replace));
    std::fflush(stdout);
}

std::string grouped(int64_t number)
{
    std::string digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3)
        digits.insert(static_cast<std::size_t>(at), " ");
    return digits;
}

std::string bytesText(double bytes)
{
    static constexpr const char* units[] = {"B", "KiB", "MiB", "GiB", "TiB"};
    std::size_t unit = 0;
    while (bytes >= 1024 && unit + 1 < std::size(units)) {
        bytes /= 1024;
        ++unit;
    }
    return fmt::format("{:.{}f} {}", bytes, unit == 0 ? 0 : 1, units[unit]);
}

std::string durationText(double seconds)
{
    const int64_t whole = std::llround(seconds);
    if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string table(const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    std::string out;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::string line;
        for (std::size_t i = 0; i < rows[r].size(); ++i) {
            line += rows[r][i];
            if (i + 1 < rows[r].size()) line += std::string(widths[i] - width(rows[r][i]) + 2, ' ');
        }
        out += line + '\n';
        if (r > 0) continue;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            for (std::size_t k = 0; k < widths[i]; ++k) out += "─";
            if (i + 1 < widths.size()) out += "  ";
        }
        out += '\n';
    }
    return out;
}

} // namespace ds::cli
