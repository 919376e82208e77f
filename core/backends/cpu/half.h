// SPDX-License-Identifier: Apache-2.0
// Loops in f32 over operands that may be bf16 in memory: stretches go through a buffer that stays in a near cache.
#pragma once

#include <algorithm>
#include <array>

#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

/// F32, or BF16.
inline bool isComputed(DType dtype) { return dtype == DType::F32 || dtype == DType::BF16; }

/// The kernel for the element type of the first input.
template <std::unique_ptr<Kernel> (*f32)(const KernelRequest&), std::unique_ptr<Kernel> (*bf16)(const KernelRequest&)>
std::unique_ptr<Kernel> byType(const KernelRequest& request)
{
    return request.in(0).dtype == DType::F32 ? f32(request) : bf16(request);
}

/// n elements from `at` on, as f32: where they lie, or converted into the buffer.
inline const float* readStretch(DType dtype, const void* data, int64_t at, int64_t n, float* buffer)
{
    if (dtype == DType::F32) return static_cast<const float*>(data) + at;
    simd::functions().widen(static_cast<const simd::Bf16*>(data) + at, buffer, n);
    return buffer;
}

/// Where to put n elements that belong at `at`; then storeStretch brings them there.
inline float* writeStretch(DType dtype, void* data, int64_t at, float* buffer)
{
    return dtype == DType::F32 ? static_cast<float*>(data) + at : buffer;
}
inline void storeStretch(DType dtype, void* data, int64_t at, int64_t n, const float* buffer)
{
    if (dtype != DType::F32) simd::functions().narrow(buffer, static_cast<simd::Bf16*>(data) + at, n);
}

/// Elements of a stretch of elementwise work: some of them fit into the first-level cache.
constexpr int64_t halfTile = 1024;

/// Calls body(inputs, output, n) for stretches of elements [begin, end) that lie at the same places of all operands, which have one type:
/// all at once in f32, tiles in bf16. `single`: bit i is set where input i is one number for all.
template <std::size_t count, class Body>
void forStretches(DType dtype, const std::array<const void*, count>& inputs, void* output, int64_t begin, int64_t end, unsigned single,
                  Body body)
{
    const int64_t step = dtype == DType::F32 ? end - begin : halfTile;
    float buffers[count + 1][halfTile];
    for (int64_t at = begin; at < end; at += step) {
        const int64_t n = std::min(step, end - at);
        std::array<const float*, count> from;
        for (std::size_t i = 0; i < count; ++i)
            from[i] = single >> i & 1u ? readStretch(dtype, inputs[i], 0, 1, buffers[i]) : readStretch(dtype, inputs[i], at, n, buffers[i]);
        body(from, writeStretch(dtype, output, at, buffers[count]), n);
        storeStretch(dtype, output, at, n, buffers[count]);
    }
}

} // namespace ds::cpu
