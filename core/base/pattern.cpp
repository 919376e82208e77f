// SPDX-License-Identifier: Apache-2.0
#include "core/base/pattern.h"

namespace ds {

bool matches(std::string_view pattern, std::string_view name)
{
    if (pattern.empty()) return name.empty();
    if (pattern.front() == '*') {
        for (std::size_t skip = 0; skip <= name.size(); ++skip)
            if (matches(pattern.substr(1), name.substr(skip))) return true;
        return false;
    }
    return !name.empty() && name.front() == pattern.front() && matches(pattern.substr(1), name.substr(1));
}

} // namespace ds
