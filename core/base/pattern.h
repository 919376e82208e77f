// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace ds {

/// Whether a name fits a pattern in which * stands for any text.
bool matches(std::string_view pattern, std::string_view name);

} // namespace ds
