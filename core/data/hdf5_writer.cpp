// SPDX-License-Identifier: Apache-2.0
#include "core/data/hdf5_writer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <hdf5.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ds {

namespace {

WriteLog* openingFor = nullptr; // the driver's open() has no other way to get at it; guarded by the library's lock

/// A file as the library sees it; its part comes first, as in every driver.
struct File {
    H5FD_t common;
    int fd;
    haddr_t end;       // of the file
    haddr_t allocated; // of what the library has given out
    WriteLog* log;
};

File* self(H5FD_t* file) { return reinterpret_cast<File*>(file); }
const File* self(const H5FD_t* file) { return reinterpret_cast<const File*>(file); }

void note(File* file)
{
    if (file->log->error == 0) file->log->error = errno ? errno : EIO;
}

H5FD_t* openFile(const char* name, unsigned flags, hid_t, haddr_t)
{
    const int mode = (flags & H5F_ACC_RDWR ? O_RDWR : O_RDONLY) | (flags & H5F_ACC_TRUNC ? O_TRUNC : 0) |
                     (flags & H5F_ACC_CREAT ? O_CREAT : 0) | (flags & H5F_ACC_EXCL ? O_EXCL : 0) | O_CLOEXEC;
    const int fd = ::open(name, mode, 0666);
    struct stat info {};
    if (fd < 0 || ::fstat(fd, &info) != 0) {
        // The library looks first whether the file is there; only a failure to make it counts.
        if (flags & H5F_ACC_CREAT) openingFor->error = errno;
        if (fd >= 0) ::close(fd);
        return nullptr;
    }
    File* file = new File{};
    file->fd = fd;
    file->end = static_cast<haddr_t>(info.st_size);
    file->log = openingFor;
    return &file->common;
}

herr_t closeFile(H5FD_t* base)
{
    File* file = self(base);
    if (::close(file->fd) != 0) note(file);
    delete file;
    return 0;
}

int compare(const H5FD_t* a, const H5FD_t* b)
{
    struct stat x {
    }, y{};
    if (::fstat(self(a)->fd, &x) != 0 || ::fstat(self(b)->fd, &y) != 0) return a < b ? -1 : a > b;
    const auto order = [](auto p, auto q) { return p < q ? -1 : p > q; };
    return x.st_dev != y.st_dev ? order(x.st_dev, y.st_dev) : order(x.st_ino, y.st_ino);
}

herr_t query(const H5FD_t*, unsigned long* flags)
{
    if (flags) *flags = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE | H5FD_FEAT_AGGREGATE_SMALLDATA;
    return 0;
}

haddr_t allocatedEnd(const H5FD_t* file, H5FD_mem_t) { return self(file)->allocated; }
haddr_t fileEnd(const H5FD_t* file, H5FD_mem_t) { return self(file)->end; }

herr_t setAllocatedEnd(H5FD_t* file, H5FD_mem_t, haddr_t address)
{
    self(file)->allocated = address;
    return 0;
}

herr_t readBytes(H5FD_t* base, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, void* out)
{
    char* to = static_cast<char*>(out);
    while (size > 0) {
        const ssize_t got = ::pread(self(base)->fd, to, size, static_cast<off_t>(address));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) note(self(base));
        if (got <= 0) break;
        to += got;
        address += static_cast<haddr_t>(got);
        size -= static_cast<std::size_t>(got);
    }
    std::memset(to, 0, size); // beyond the end
    return 0;
}

herr_t writeBytes(H5FD_t* base, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, const void* data)
{
    File* file = self(base);
    const char* from = static_cast<const char*>(data);
    while (size > 0) {
        errno = 0;
        const ssize_t written = ::pwrite(file->fd, from, size, static_cast<off_t>(address));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            note(file);
            break;
        }
        from += written;
        address += static_cast<haddr_t>(written);
        size -= static_cast<std::size_t>(written);
    }
    file->end = std::max(file->end, address + size);
    return 0;
}

herr_t truncateFile(H5FD_t* base, hid_t, hbool_t)
{
    File* file = self(base);
    if (file->end == file->allocated) return 0;
    if (::ftruncate(file->fd, static_cast<off_t>(file->allocated)) != 0) note(file);
    file->end = file->allocated;
    return 0;
}

hid_t driver()
{
    static const hid_t id = [] {
        static H5FD_class_t description{};
        description.name = "noting";
        description.maxaddr = (haddr_t{1} << 62) - 1;
        description.fc_degree = H5F_CLOSE_WEAK;
        description.open = openFile;
        description.close = closeFile;
        description.cmp = compare;
        description.query = query;
        description.get_eoa = allocatedEnd;
        description.set_eoa = setAllocatedEnd;
        description.get_eof = fileEnd;
        description.read = readBytes;
        description.write = writeBytes;
        description.truncate = truncateFile;
        std::fill(std::begin(description.fl_map), std::end(description.fl_map), H5FD_MEM_SUPER); // one free list for all kinds
        return H5FDregister(&description);
    }();
    return id;
}

} // namespace

int64_t createHdf5(const std::string& path, std::size_t userBlock, WriteLog& log)
{
    const hid_t creation = H5Pcreate(H5P_FILE_CREATE), access = H5Pcreate(H5P_FILE_ACCESS);
    hid_t file = -1;
    openingFor = &log;
    if ((userBlock == 0 || H5Pset_userblock(creation, userBlock) >= 0) && H5Pset_driver(access, driver(), nullptr) >= 0)
        file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation, access);
    openingFor = nullptr;
    H5Pclose(creation);
    H5Pclose(access);
    return file;
}

} // namespace ds
