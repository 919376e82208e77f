// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/fill.h"

#include <algorithm>
#include <cstring>

#include "core/backends/cpu/parallel.h"

namespace ds::cpu {

namespace {

template <class T>
void fillOf(void* to, uint64_t bits, int64_t count)
{
    T value;
    std::memcpy(&value, &bits, sizeof value);
    T* y = static_cast<T*>(to);
    parallelFor(count, 65536, [&](int64_t begin, int64_t end) { std::fill(y + begin, y + end, value); });
}

} // namespace

Pattern patternOf(DType dtype, double value)
{
    Pattern pattern{0, static_cast<int64_t>(sizeOf(dtype))};
    storeElement(dtype, &pattern.bits, 0, value);
    return pattern;
}

void fillPattern(void* to, Pattern pattern, int64_t count)
{
    switch (pattern.bytes) {
    case 1: return fillOf<uint8_t>(to, pattern.bits, count);
    case 2: return fillOf<uint16_t>(to, pattern.bits, count);
    case 4: return fillOf<uint32_t>(to, pattern.bits, count);
    default: return fillOf<uint64_t>(to, pattern.bits, count);
    }
}

} // namespace ds::cpu
