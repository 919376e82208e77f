// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/error.h"
#include "inspector/engine/tensor_statistics.h"

namespace ds::inspector {

/// As records keep it, some 150 bytes: a version, the counts, the five numbers, then only those places of the histogram that are not empty.
std::vector<uint8_t> pack(const TensorStatistics& statistics);
/// An error if the bytes are damaged or of a newer version.
Result<TensorStatistics> unpackStatistics(std::span<const uint8_t> bytes);

} // namespace ds::inspector
