// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace ds {

/// The contents of a file: small files are read, large ones mapped. Cheap to copy.
class FileBytes {
public:
    /// Files of at least this size are mapped into memory rather than read.
    static constexpr std::size_t mappedFrom = std::size_t{64} << 20;

    /// Errors: the file is missing, no plain file, or cannot be read; `where` is the path.
    static Result<FileBytes> open(const std::string& path);
    /// The same errors as open(), without reading: for libraries that open files themselves.
    static Status exists(const std::string& path);

    std::span<const uint8_t> bytes() const { return {m_data.get(), m_size}; }
    std::string_view text() const { return {reinterpret_cast<const char*>(m_data.get()), m_size}; }
    std::size_t size() const { return m_size; }
    /// Zero for a mapped file: the system drops its pages when memory is short.
    std::size_t residentBytes() const { return m_mapped ? 0 : m_size; }

private:
    std::shared_ptr<const uint8_t> m_data;
    std::size_t m_size = 0;
    bool m_mapped = false;
};

/// `path`, or folder/path if the path is relative and the folder is not empty.
std::string resolvePath(const std::string& folder, const std::string& path);

/// a *= b; false if the product does not fit or a factor is negative.
bool multiplied(int64_t& a, int64_t b);

} // namespace ds
