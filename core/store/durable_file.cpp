// SPDX-License-Identifier: Apache-2.0
#include "core/store/durable_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace ds {

namespace {

class Descriptor {
public:
    Descriptor(const std::string& path, int flags) : m_fd(::open(path.c_str(), flags | O_CLOEXEC)) {}
    ~Descriptor()
    {
        if (m_fd >= 0) ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool valid() const { return m_fd >= 0; }
    int get() const { return m_fd; }

private:
    int m_fd;
};

Error failed(const std::string& what, const std::string& path)
{
    return {what + ": " + std::strerror(errno), path, "Check that the folder can be written to and the disk has room."};
}

} // namespace

DurableFile::~DurableFile()
{
    if (!m_replaced) ::unlink(m_temporary.c_str());
}

Status DurableFile::writeStart(std::span<const uint8_t> bytes)
{
    const Descriptor file(m_temporary, O_WRONLY);
    if (!file.valid()) return failed("cannot write", m_temporary);
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t written = ::pwrite(file.get(), bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return failed("cannot write", m_temporary);
        at += static_cast<std::size_t>(written);
    }
    return {};
}

Status DurableFile::replace()
{
    {
        const Descriptor file(m_temporary, O_RDWR);
        if (!file.valid() || ::fsync(file.get()) != 0) return failed("cannot bring the file to the disk", m_temporary);
    }
    if (std::rename(m_temporary.c_str(), m_path.c_str()) != 0) return failed("cannot put the new file in place", m_path);
    m_replaced = true;
    const std::string folder = std::filesystem::path(m_path).parent_path().string();
    const Descriptor parent(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
    // Some file systems cannot sync a folder; the data themselves are safe by now.
    if (parent.valid() && ::fsync(parent.get()) != 0 && errno != EINVAL && errno != ENOTSUP)
        return failed("cannot sync the folder", folder);
    return {};
}

} // namespace ds
