// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/graph/op_set.h"

namespace ds {

/// Every op of the engine. The list is generated from core/ops/CMakeLists.txt.
const OpSet& allOps();

} // namespace ds
