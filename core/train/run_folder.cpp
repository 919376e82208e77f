// SPDX-License-Identifier: Apache-2.0
#include "core/train/run_folder.h"

#include <cctype>
#include <ctime>
#include <filesystem>

namespace ds {

std::string runFolder(const std::string& runsFolder, const std::string& run) { return (std::filesystem::path(runsFolder) / run).string(); }

std::string newRunId(const std::string& runsFolder, const std::string& name)
{
    const std::time_t time = std::time(nullptr);
    std::tm parts{};
    localtime_r(&time, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y%m%d-%H%M%S", &parts);
    std::string slug;
    for (unsigned char c : name.substr(0, 40)) {
        if (std::isalnum(c)) slug += static_cast<char>(std::tolower(c));
        else if (!slug.empty() && slug.back() != '-') slug += '-';
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    const std::string first = slug.empty() ? std::string(text) : std::string(text) + "-" + slug;
    std::string id = first;
    for (int copy = 2; std::filesystem::exists(runFolder(runsFolder, id)); ++copy) id = first + "-" + std::to_string(copy);
    return id;
}

} // namespace ds
