// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/tensor/shape.h"

namespace ds {

struct IdxArray {
    Shape shape;
    std::vector<uint8_t> values; ///< row-major
};

/// An IDX file of unsigned bytes with 1 to 4 dimensions, plain or compressed by gzip (Y. LeCun, "The MNIST database").
/// Errors: missing, wrong magic number, other element types, sizes that do not fit the file, damaged compression.
Result<IdxArray> readIdx(const std::string& path);

} // namespace ds
