// SPDX-License-Identifier: Apache-2.0
#include "core/backends/reference/kernels/indexing.h"

namespace ds::reference {

namespace {

Shape batchOf(const Shape& shape) { return {shape.begin(), shape.rank() - 2}; }

void matmul(Call& c)
{
    const Array &a = c.in(0), &b = c.in(1);
    const bool ta = c.attrs.boolean("transpose_a"), tb = c.attrs.boolean("transpose_b");
    const Shape batch = batchOf(c.out().shape());
    const int64_t rows = c.out().shape()[-2], columns = c.out().shape()[-1], inner = a.shape()[ta ? -2 : -1];
    for (int64_t n = 0; n < batch.count(); ++n) {
        const int64_t atA = broadcastIndex(n, batch, batchOf(a.shape())) * rows * inner;
        const int64_t atB = broadcastIndex(n, batch, batchOf(b.shape())) * inner * columns;
        for (int64_t i = 0; i < rows; ++i)
            for (int64_t j = 0; j < columns; ++j) {
                double sum = 0;
                for (int64_t k = 0; k < inner; ++k)
                    sum += a[atA + (ta ? k * rows + i : i * inner + k)] * b[atB + (tb ? j * inner + k : k * columns + j)];
                c.out().set((n * rows + i) * columns + j, sum);
            }
    }
}

} // namespace

void install_matmul(KernelTable& table) { table["matmul"] = matmul; }

} // namespace ds::reference
