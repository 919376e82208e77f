// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data/transform.h"

namespace ds {

/// The index of the token that an attribute names.
Result<int64_t> tokenFrom(const Attrs& attrs, const char* name, const Field& field);

/// Tokens for tests: a to h and <n>.
Field tokenField(int64_t length);

} // namespace ds
