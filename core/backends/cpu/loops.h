// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

/// A vectorised loop by its name; null if there is none.
template <class F>
const F* findLoop(const simd::List<F>& list, std::string_view name)
{
    for (int i = 0; i < list.count; ++i)
        if (name == list.items[i].name) return &list.items[i].f;
    return nullptr;
}

} // namespace ds::cpu
