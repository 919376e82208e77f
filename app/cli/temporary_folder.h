// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace ds::cli {

/// Where answers leave their files: a folder that goes away, unless one was asked for.
class TemporaryFolder {
public:
    explicit TemporaryFolder(const std::string& wanted = {}) : m_kept(!wanted.empty()), m_path(wanted)
    {
        namespace fs = std::filesystem;
        std::error_code problem;
        std::string pattern = (fs::temp_directory_path(problem) / "deepseek-XXXXXX").string();
        if (!m_kept && ::mkdtemp(pattern.data())) m_path = pattern;
        if (m_kept) fs::create_directories(m_path, problem);
    }
    ~TemporaryFolder()
    {
        std::error_code problem;
        if (!m_kept && !m_path.empty()) std::filesystem::remove_all(m_path, problem);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    const std::string& path() const { return m_path; }

private:
    bool m_kept;
    std::string m_path;
};

} // namespace ds::cli
