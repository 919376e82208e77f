// SPDX-License-Identifier: Apache-2.0
// Sums and maxima of the rows of each segment. Each thread owns a range of segments and reads all numbers, so that every sum has
// the order of the rows.
#include <algorithm>
#include <string>

#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

struct Segments {
    int64_t rows, inner, count;
    bool wide; ///< i64 numbers, else i32

    explicit Segments(const KernelRequest& request)
    {
        const Shape& x = request.in(0).shape;
        rows = x[0], inner = x.count(1, x.rank()), count = request.out().shape[0];
        wide = request.in(1).dtype == DType::I64;
    }
    int64_t of(const KernelArgs& args, int64_t row) const { return wide ? args.in<int64_t>(1)[row] : args.in<int32_t>(1)[row]; }
    /// Before any thread starts: an error cannot leave a parallel region.
    void check(const KernelArgs& args) const
    {
        for (int64_t row = 0; row < rows; ++row)
            if (const int64_t i = of(args, row); i < 0 || i >= count)
                throw RunError(
                    {phrase("Graph", "the index %1 is outside of a dimension of size %2").with({std::to_string(i), std::to_string(count)}),
                     "", phrase("Graph", "Indices count from 0; look for wrong values in the data.")});
    }
};

std::unique_ptr<Kernel> prepareSum(const KernelRequest& request)
{
    const Segments s(request);
    const int64_t parts = partsFor(s.count, s.rows * s.inner / std::max<int64_t>(s.count, 1) + s.inner);
    const auto add = simd::functions().addRow;
    return makeKernel(
        [=](const KernelArgs& args) {
            s.check(args);
            parallelParts(parts, s.count, [&](int64_t, int64_t begin, int64_t end) {
                float* y = args.out<float>();
                std::fill(y + begin * s.inner, y + end * s.inner, 0.0f);
                for (int64_t row = 0; row < s.rows; ++row)
                    if (const int64_t i = s.of(args, row); i >= begin && i < end)
                        add(args.in<float>(0) + row * s.inner, y + i * s.inner, s.inner);
            });
        },
        "segment_sum");
}

/// 0 for a segment without rows.
std::unique_ptr<Kernel> prepareMax(const KernelRequest& request)
{
    const Segments s(request);
    const int64_t parts = partsFor(s.count, s.rows * s.inner / std::max<int64_t>(s.count, 1) + s.inner);
    return makeKernel(
        [=](const KernelArgs& args) {
            s.check(args);
            auto* filled = static_cast<uint8_t*>(args.workspace);
            parallelParts(parts, s.count, [&](int64_t, int64_t begin, int64_t end) {
                float* y = args.out<float>();
                std::fill(y + begin * s.inner, y + end * s.inner, 0.0f);
                std::fill(filled + begin, filled + end, uint8_t{0});
                for (int64_t row = 0; row < s.rows; ++row) {
                    const int64_t i = s.of(args, row);
                    if (i < begin || i >= end) continue;
                    const float* x = args.in<float>(0) + row * s.inner;
                    float* best = y + i * s.inner;
                    if (!filled[i]) std::copy(x, x + s.inner, best);
                    else
                        for (int64_t k = 0; k < s.inner; ++k) best[k] = x[k] > best[k] || x[k] != x[k] ? x[k] : best[k];
                    filled[i] = 1;
                }
            });
        },
        "segment_max", static_cast<std::size_t>(s.count));
}

bool accepts(const KernelRequest& request)
{
    return request.in(0).dtype == DType::F32 && (request.in(1).dtype == DType::I64 || request.in(1).dtype == DType::I32);
}

} // namespace

void install_segment(KernelTable& table)
{
    table["segment_sum"] = {prepareSum, accepts};
    table["segment_max"] = {prepareMax, accepts};
}

} // namespace ds::cpu
