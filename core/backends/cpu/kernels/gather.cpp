// SPDX-License-Identifier: Apache-2.0
// Rows by number. Indices are checked before any thread starts: an error cannot leave a parallel region.
#include <algorithm>
#include <cstring>
#include <string>

#include "core/backends/cpu/fill.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

struct Rows {
    int64_t outer, size, inner, picks; ///< x is [outer, size, inner], the other side [outer, picks, inner]
    bool wide;                         ///< i64 indices, else i32

    explicit Rows(const KernelRequest& request)
    {
        const Shape& x = request.in(0).shape;
        const int64_t given = request.op.name == "embedding" ? 0 : request.attrs.integer("axis");
        const int axis = static_cast<int>(given < 0 ? given + x.rank() : given);
        outer = x.count(0, axis), size = x[axis], inner = x.count(axis + 1, x.rank());
        picks = request.in(1).count();
        wide = request.in(1).dtype == DType::I64;
    }
    int64_t index(const void* indices, int64_t k) const
    {
        return wide ? static_cast<const int64_t*>(indices)[k] : static_cast<const int32_t*>(indices)[k];
    }
    void check(const void* indices) const
    {
        for (int64_t k = 0; k < picks; ++k)
            if (const int64_t i = index(indices, k); i < 0 || i >= size)
                throw RunError(
                    {phrase("Graph", "the index %1 is outside of a dimension of size %2").with({std::to_string(i), std::to_string(size)}),
                     "", phrase("Graph", "Indices count from 0; look for wrong values in the data.")});
    }
};

std::unique_ptr<Kernel> prepareGather(const KernelRequest& request)
{
    const Rows r(request);
    const int64_t bytes = r.inner * static_cast<int64_t>(sizeOf(request.out().dtype));
    return makeKernel(
        [=](const KernelArgs& args) {
            r.check(args.inputs[1]);
            const auto* x = static_cast<const char*>(args.inputs[0]);
            auto* y = static_cast<char*>(args.outputs[0]);
            parallelFor(r.outer * r.picks, std::max<int64_t>(1, 32768 / std::max<int64_t>(bytes, 1)), [&](int64_t begin, int64_t end) {
                for (int64_t i = begin; i < end; ++i)
                    std::memcpy(y + i * bytes, x + (i / r.picks * r.size + r.index(args.inputs[1], i % r.picks)) * bytes,
                                static_cast<std::size_t>(bytes));
            });
        },
        "gather_rows");
}

/// Threads share the columns, so that each sum has the order of the indices.
std::unique_ptr<Kernel> prepareScatter(const KernelRequest& request)
{
    const Rows r(request);
    const auto add = simd::functions().addRow;
    return makeKernel(
        [=](const KernelArgs& args) {
            r.check(args.inputs[1]);
            if (args.inputs[0] != args.outputs[0])
                parallelFor(r.outer * r.size * r.inner, 65536, [&](int64_t begin, int64_t end) {
                    std::copy(args.in<float>(0) + begin, args.in<float>(0) + end, args.out<float>() + begin);
                });
            for (int64_t o = 0; o < r.outer; ++o)
                parallelFor(r.inner, std::max<int64_t>(16, 32768 / std::max<int64_t>(r.picks, 1)), [&](int64_t begin, int64_t end) {
                    for (int64_t k = 0; k < r.picks; ++k)
                        add(args.in<float>(2) + (o * r.picks + k) * r.inner + begin,
                            args.out<float>() + (o * r.size + r.index(args.inputs[1], k)) * r.inner + begin, end - begin);
                });
        },
        "scatter_add_rows");
}

bool indexed(const KernelRequest& request) { return request.in(1).dtype == DType::I64 || request.in(1).dtype == DType::I32; }

std::unique_ptr<Kernel> prepareOneHot(const KernelRequest& request)
{
    const int64_t count = request.in(0).count(), classes = request.attrs.integer("classes");
    const bool wide = request.in(0).dtype == DType::I64;
    return makeKernel(
        [=](const KernelArgs& args) {
            fillPattern(args.outputs[0], {0, 4}, count * classes);
            for (int64_t i = 0; i < count; ++i)
                if (const int64_t at = wide ? args.in<int64_t>(0)[i] : args.in<int32_t>(0)[i]; at >= 0 && at < classes)
                    args.out<float>()[i * classes + at] = 1;
        },
        "one_hot");
}

} // namespace

void install_gather(KernelTable& table)
{
    table["gather"] = table["embedding"] = {prepareGather, indexed};
    table["scatter_add"] = {prepareScatter,
                            [](const KernelRequest& request) { return request.in(0).dtype == DType::F32 && indexed(request); }};
    table["one_hot"] = {prepareOneHot, [](const KernelRequest& request) {
                            return request.out().dtype == DType::F32 &&
                                   (request.in(0).dtype == DType::I64 || request.in(0).dtype == DType::I32);
                        }};
}

} // namespace ds::cpu
