// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/backends/backend.h"

namespace ds {

/// Plain loops in double: slow and right. One thread.
std::unique_ptr<Backend> createReferenceBackend();

} // namespace ds
