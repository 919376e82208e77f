// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/data/file_bytes.h"
#include "core/tensor/tensor.h"

namespace ds {

/// An array in NumPy's .npy format, versions 1 to 3 (numpy.lib.format): f2 f4 f8, i1 to i8, u1 to u8 and bool in either
/// byte order, C or Fortran order. Rows are converted when they are read.
class NpyFile {
public:
    /// Errors: missing, wrong magic number, a damaged header, unsupported types, sizes that do not fit the file.
    static Result<NpyFile> open(const std::string& path);

    const std::string& path() const { return m_path; }
    const Shape& shape() const { return m_shape; }
    bool floating() const { return m_kind == 'f'; }
    std::size_t residentBytes() const { return m_file.residentBytes(); }

    /// Slice `row` of the first axis in row-major order; `as` is F32 or I64. Numbers are truncated on the way to I64.
    void readRow(int64_t row, DType as, void* out) const;
    /// All elements, row-major; `as` is F32 or I64.
    void readAll(DType as, void* out) const;

private:
    Status parseHeader(std::string_view header);
    void copy(int64_t firstOffset, const Shape& shape, const Shape& strides, DType as, void* out) const;

    std::string m_path;
    FileBytes m_file;
    std::size_t m_start = 0; // of the data
    char m_kind = 'f';       // f i u b
    int m_width = 4;         // bytes of an element
    bool m_swapped = false;
    Shape m_shape, m_strides;
};

/// Writes an array, row-major; bf16 as f32, which NumPy knows. An error if the file cannot be written.
Status writeNpy(const std::string& path, const Tensor& tensor);

/// One raw input from an .npy file, as the encode functions of sources give it. The file holds exactly `type.shape`,
/// with or without leading axes of size 1.
Result<std::vector<Tensor>> encodeArray(const std::string& path, const TensorType& type);

} // namespace ds
