// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "core/base/error.h"

namespace ds {

/// Keeps other processes out of a run: two writers would ruin its checkpoints. The system gives the lock back when the process
/// ends, however it ends.
class FileLock {
public:
    /// Never blocks. An error if another process holds it, or the file cannot be made.
    static Result<FileLock> take(const std::string& path);
    ~FileLock();
    FileLock(FileLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    FileLock& operator=(FileLock&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace ds
