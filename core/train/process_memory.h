// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace ds {

/// Main memory of this process as the system counts it: now, and at most so far. 0 where the system does not tell.
std::size_t residentBytes();
std::size_t peakResidentBytes();

} // namespace ds
