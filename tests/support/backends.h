// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/backends/backend.h"

namespace ds::test {

/// The oracle.
Backend& reference();
/// Every backend that can be had here, the reference first. A new backend is one line in backends.cpp.
const std::vector<Backend*>& backends();

} // namespace ds::test
