// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace ds {

/// What went wrong first while a file was written; 0: nothing.
struct WriteLog {
    int error = 0;
};

/// H5Fcreate() with a file driver of our own; takes the library's lock for granted. A write that fails is noted in `log`,
/// which must outlive the file, and the library is told that it succeeded: after a failed write it would be left with a
/// file that can neither be closed nor forgotten, and crash when the process ends. Negative if the file cannot be made.
int64_t createHdf5(const std::string& path, std::size_t userBlock, WriteLog& log);

} // namespace ds
