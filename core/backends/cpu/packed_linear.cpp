// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/packed_linear.h"

#include <algorithm>

#include "core/backends/cpu/loops.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

/// Columns of a panel: what a packed matrix of one row and one column takes.
int64_t panelWidth() { return simd::functions().packedSize(1, 1); }

} // namespace

Layout packedWeight(bool transposed)
{
    return Layout((transposed ? "Ab" : "Ba") + std::to_string(panelWidth()) + (transposed ? "a" : "b"));
}

std::unique_ptr<Kernel> preparePackedLinear(const KernelRequest& request)
{
    const Shape &x = request.in(0).shape, &y = request.out().shape;
    const int64_t rows = x.count(0, x.rank() - 1), inner = x[-1], units = y[-1], width = panelWidth();
    const int64_t panels = (units + width - 1) / width;
    const simd::Unary* activation = findLoop(simd::functions().unary, request.attrs.string("activation"));
    const simd::Functions& f = simd::functions();
    // Rows at a time whose part of x stays in the cache while all panels of a thread pass.
    const int64_t block = std::max<int64_t>(48, (int64_t{1} << 18) / static_cast<int64_t>(sizeof(float)) / inner / 48 * 48);
    return makeKernel(
        [=, &f](const KernelArgs& args) {
            const float *in = args.in<float>(0), *weight = args.in<float>(1), *bias = args.in<float>(2);
            parallelItems(panels, rows * inner * width, [&](int64_t p) {
                const int64_t first = p * width, columns = std::min(width, units - first);
                float* out = args.out<float>() + first;
                for (int64_t begin = 0; begin < rows; begin += block)
                    f.multiply(in + begin * inner, inner, std::min(block, rows - begin), weight + p * width * inner, inner, columns,
                               out + begin * units, units, false);
                for (int64_t row = 0; row < rows; ++row, out += units) {
                    f.addRow(bias + first, out, columns);
                    if (activation) (*activation)(out, out, columns, nullptr);
                }
            });
        },
        "packed");
}

} // namespace ds::cpu
