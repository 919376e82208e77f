// SPDX-License-Identifier: Apache-2.0
#include "core/data/file_bytes.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <new>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ds {

namespace {

struct Descriptor {
    int fd;
    ~Descriptor() { ::close(fd); }
};

Error systemError(const std::string& what, const std::string& path)
{
    return {what + ": " + std::strerror(errno), path,
            errno == ENOENT ? "Check the path; relative paths start at the project's folder." : ""};
}

} // namespace

Result<FileBytes> FileBytes::open(const std::string& path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a FIFO must not block us
    if (fd < 0) return systemError("cannot open the file", path);
    const Descriptor closer{fd};
    struct stat info {};
    if (::fstat(fd, &info) != 0) return systemError("cannot read the file", path);
    if (!S_ISREG(info.st_mode)) return Error{phrase("Data", "is not a plain file"), path, ""};

    FileBytes file;
    file.m_size = static_cast<std::size_t>(info.st_size);
    if (file.m_size >= mappedFrom) {
        void* address = ::mmap(nullptr, file.m_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (address == MAP_FAILED) return systemError("cannot map the file into memory", path);
        const std::size_t size = file.m_size;
        file.m_data = {static_cast<const uint8_t*>(address), [size](const uint8_t* data) { ::munmap(const_cast<uint8_t*>(data), size); }};
        file.m_mapped = true;
        return file;
    }
    std::shared_ptr<uint8_t> data(new (std::nothrow) uint8_t[file.m_size + 1], std::default_delete<uint8_t[]>());
    if (!data) return Error{phrase("Data", "there is not enough memory to read the file"), path, ""};
    for (std::size_t at = 0; at < file.m_size;) {
        const ssize_t got = ::read(fd, data.get() + at, file.m_size - at);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return systemError("cannot read the file", path);
        if (got == 0) return Error{phrase("Data", "the file became shorter while it was read"), path, ""};
        at += static_cast<std::size_t>(got);
    }
    file.m_data = std::move(data);
    return file;
}

Status FileBytes::exists(const std::string& path)
{
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return systemError("cannot open the file", path);
    if (!S_ISREG(info.st_mode)) return Error{phrase("Data", "is not a plain file"), path, ""};
    return {};
}

std::string resolvePath(const std::string& folder, const std::string& path)
{
    const std::filesystem::path given(path);
    if (folder.empty() || given.is_absolute()) return path;
    return (std::filesystem::path(folder) / given).string();
}

bool multiplied(int64_t& a, int64_t b) { return a >= 0 && b >= 0 && !__builtin_mul_overflow(a, b, &a); }

} // namespace ds
