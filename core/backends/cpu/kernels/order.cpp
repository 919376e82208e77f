// SPDX-License-Identifier: Apache-2.0
// What depends on the order of elements along an axis: the place of the largest, the k best, sorting. NaN counts as the largest.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

struct Lines {
    int64_t size, inner, count;
    explicit Lines(const KernelRequest& request)
    {
        const Shape& shape = request.in(0).shape;
        const int64_t given = request.attrs.integer("axis");
        const int axis = static_cast<int>(given < 0 ? given + shape.rank() : given);
        size = shape[axis], inner = shape.count(axis + 1, shape.rank()), count = shape.count(0, axis) * inner;
    }
    /// Of a tensor whose axis has `own` elements.
    int64_t first(int64_t line, int64_t own) const { return line / inner * own * inner + line % inner; }
};

template <bool largest>
std::unique_ptr<Kernel> prepareArg(const KernelRequest& request)
{
    const Lines lines(request);
    const auto maxRow = simd::functions().maxRow;
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelItems(lines.count, lines.size, [&](int64_t line) {
                const float* x = args.in<float>(0) + lines.first(line, lines.size);
                if (largest && lines.inner == 1) {
                    const float* at = std::find(x, x + lines.size, maxRow(x, lines.size));
                    args.out<int64_t>()[line] = at == x + lines.size ? 0 : at - x; // NaN in front is found nowhere
                    return;
                }
                int64_t best = 0;
                float value = x[0];
                for (int64_t k = 1; k < lines.size; ++k) {
                    const float now = x[k * lines.inner];
                    if (!(largest ? now > value : now < value)) continue;
                    value = now;
                    best = k;
                }
                args.out<int64_t>()[line] = best;
            });
        },
        largest ? "arg_max" : "arg_min");
}

bool below(float a, float b) { return a < b || (std::isnan(b) && !std::isnan(a)); }

std::unique_ptr<Kernel> prepareBest(const KernelRequest& request)
{
    const Lines lines(request);
    const bool all = request.op.name == "sort", descending = request.attrs.boolean(all ? "descending" : "largest");
    const int64_t k = all ? lines.size : request.attrs.integer("k"), parts = partsFor(lines.count, lines.size * 16);
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelParts(parts, lines.count, [&](int64_t part, int64_t begin, int64_t end) {
                int64_t* order = static_cast<int64_t*>(args.workspace) + part * lines.size;
                for (int64_t line = begin; line < end; ++line) {
                    const float* x = args.in<float>(0) + lines.first(line, lines.size);
                    // Equal ones keep their order.
                    const auto before = [&](int64_t a, int64_t b) {
                        const float va = x[a * lines.inner], vb = x[b * lines.inner];
                        if (descending ? below(vb, va) : below(va, vb)) return true;
                        return !(descending ? below(va, vb) : below(vb, va)) && a < b;
                    };
                    std::iota(order, order + lines.size, int64_t{0});
                    std::partial_sort(order, order + k, order + lines.size, before);
                    for (int64_t i = 0; i < k; ++i) {
                        const int64_t to = lines.first(line, k) + i * lines.inner;
                        args.out<float>(0)[to] = x[order[i] * lines.inner];
                        args.out<int64_t>(1)[to] = order[i];
                    }
                }
            });
        },
        "order", static_cast<std::size_t>(parts * lines.size) * sizeof(int64_t));
}

bool accepts(const KernelRequest& request) { return request.in(0).dtype == DType::F32 && request.in(0).count() > 0; }

} // namespace

void install_order(KernelTable& table)
{
    table["arg_max"] = {prepareArg<true>, accepts};
    table["arg_min"] = {prepareArg<false>, accepts};
    table["top_k"] = table["sort"] = {prepareBest, accepts};
}

} // namespace ds::cpu
