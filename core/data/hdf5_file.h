// SPDX-License-Identifier: Apache-2.0
// A small layer over the C API of HDF5: handles that close themselves, errors as values, one lock, since the library
// of the distribution is not thread-safe. All functions may be called from any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/tensor/shape.h"

namespace ds {

class Hdf5Handle;
struct WriteLog;

/// A dataset of numbers, open for reading.
class Hdf5Dataset {
public:
    const Shape& shape() const { return m_shape; }
    bool floating() const { return m_floating; }

    /// Rows [first, first + rows) of the first axis, converted to `as` and written row-major. BF16 and F16 are read as
    /// their 16 bits, Bool as a byte.
    Status readRows(int64_t first, int64_t rows, DType as, void* out) const;
    Status readAll(DType as, void* out) const;

private:
    friend class Hdf5File;
    std::string m_where;
    std::shared_ptr<Hdf5Handle> m_handle;
    Shape m_shape;
    bool m_floating = true;
};

class Hdf5File {
public:
    /// For reading. Errors: missing, not an HDF5 file, damaged.
    static Result<Hdf5File> open(const std::string& path);
    /// The library crashes on some damaged files. This opens the datasets and reads their first and last rows in a child
    /// process first; an error if that does not survive it. For files whose contents nothing vouches for.
    static Status probe(const std::string& path, const std::vector<std::string>& datasets);
    /// Empties an existing file. The first `userBlock` bytes (a power of two from 512, or 0) are left to the caller,
    /// who may fill them once the file is closed.
    static Result<Hdf5File> create(const std::string& path, std::size_t userBlock = 0);

    /// A dataset of integers or floating-point numbers. Sizes that cannot be true for a file of this size are errors.
    Result<Hdf5Dataset> dataset(const std::string& name) const;
    /// Paths of all datasets, in the order of names.
    std::vector<std::string> datasets() const;
    /// Makes the groups on the way. Errors: a full disk, a name that is taken.
    Status write(const std::string& name, const TensorType& type, const void* data);
    /// Writes out what is buffered; only after this did writing succeed.
    Status close();

private:
    std::string m_path;
    int64_t m_fileBytes = 0;
    std::shared_ptr<WriteLog> m_log; // outlives the handle
    std::shared_ptr<Hdf5Handle> m_handle;
};

} // namespace ds
