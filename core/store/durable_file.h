// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/base/error.h"

namespace ds {

/// A file that is written beside another and takes its place only once it is safely on the disk. Whatever happens,
/// `path` holds the old contents or the new ones.
class DurableFile {
public:
    explicit DurableFile(std::string path) : m_path(std::move(path)), m_temporary(m_path + ".partial") {}
    /// Removes the temporary file unless it took the place.
    ~DurableFile();
    DurableFile(const DurableFile&) = delete;
    DurableFile& operator=(const DurableFile&) = delete;

    /// Where to write.
    const std::string& temporary() const { return m_temporary; }
    /// Writes over the start of the temporary file, which has at least that many bytes.
    Status writeStart(std::span<const uint8_t> bytes);
    /// fsync, rename, fsync of the folder.
    Status replace();

private:
    std::string m_path, m_temporary;
    bool m_replaced = false;
};

} // namespace ds
