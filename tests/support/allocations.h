// SPDX-License-Identifier: Apache-2.0
// Counts every operator new of a test's program. Only the source file of the test includes it: the operators may not be inline.
#pragma once

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace ds::test {
inline std::atomic<int64_t> allocations{0};
}

void* operator new(std::size_t size)
{
    ++ds::test::allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept
{
    ++ds::test::allocations;
    return std::malloc(size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
