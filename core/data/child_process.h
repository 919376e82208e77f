// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace ds {

/// Runs `work` in a copy of this process and says whether it came to its end: without a signal, within `seconds` of time and
/// without taking more than 1 GiB of further memory. Nothing that it does is seen here. For libraries that do not survive
/// every input.
bool survivesInChild(const std::function<void()>& work, int seconds);

} // namespace ds
