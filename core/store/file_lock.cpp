// SPDX-License-Identifier: Apache-2.0
#include "core/store/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ds {

Result<FileLock> FileLock::take(const std::string& path)
{
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0) return Error{phrase("Records", "the lock cannot be made: %1").with({std::strerror(errno)}), path, ""};
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return Error{phrase("Records", "another process is at work on it"), path,
                     phrase("Records", "Wait until it has ended, or stop it.")};
    }
    return FileLock(descriptor);
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
}

} // namespace ds
