// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <cstring>

#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu::simd {

namespace baseline {
void fill(Functions&);
}
namespace avx2 {
void fill(Functions&);
}
namespace avx512 {
void fill(Functions&);
}

const Functions& functions()
{
    static const Functions chosen = [] {
        Functions f{};
        // For tests and comparisons: DEEPSEEK_ISA=baseline or avx2 keeps below what the CPU could do.
        const char* wish = std::getenv("DEEPSEEK_ISA");
        const auto upTo = [&](const char* name) { return !wish || std::strcmp(wish, name) == 0; };
        const bool has2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
        const bool has512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
                            __builtin_cpu_supports("avx512vl");
        if (has512 && upTo("avx512")) avx512::fill(f);
        else if (has2 && (upTo("avx2") || std::strcmp(wish, "avx512") == 0)) avx2::fill(f);
        else baseline::fill(f);
        return f;
    }();
    return chosen;
}

} // namespace ds::cpu::simd
