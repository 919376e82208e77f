// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <vector>

#include "core/layers/initializers/common.h"

namespace ds {

namespace {

/// Orthonormalises `count` rows of `size` numbers, count ≤ size: modified Gram-Schmidt, twice for accuracy.
void orthonormalize(std::vector<double>& rows, int64_t count, int64_t size)
{
    const auto row = [&](int64_t i) { return rows.data() + i * size; };
    for (int64_t i = 0; i < count; ++i) {
        for (int pass = 0; pass < 2; ++pass)
            for (int64_t j = 0; j < i; ++j) {
                double dot = 0;
                for (int64_t k = 0; k < size; ++k) dot += row(i)[k] * row(j)[k];
                for (int64_t k = 0; k < size; ++k) row(i)[k] -= dot * row(j)[k];
            }
        double norm = 0;
        for (int64_t k = 0; k < size; ++k) norm += row(i)[k] * row(i)[k];
        norm = std::sqrt(norm);
        for (int64_t k = 0; k < size; ++k) row(i)[k] /= norm;
    }
}

} // namespace

extern const InitializerSpec initializer_orthogonal = {
    .name = "orthogonal",
    .doc = "Rows (or columns, if they are fewer) are orthonormal (Saxe et al., 2014): for deep and recurrent networks.",
    .attributes = {initializers::fanIn,
                   initializers::fanOut,
                   {.name = "gain", .type = AttrType::Float, .fallback = 1.0, .doc = "Factor on the result."}},
    .fill =
        [](Tensor& tensor, const Attrs& attrs, Rng& rng) {
            const int64_t rows = tensor.shape().rank() ? tensor.shape()[0] : 1;
            const int64_t columns = rows ? tensor.count() / rows : 0;
            const bool wide = rows <= columns;
            const int64_t count = wide ? rows : columns, size = wide ? columns : rows;
            std::vector<double> matrix(static_cast<std::size_t>(count * size));
            for (double& x : matrix) x = rng.normal();
            orthonormalize(matrix, count, size);
            auto out = tensor.span<float>();
            for (int64_t i = 0; i < rows; ++i)
                for (int64_t j = 0; j < columns; ++j)
                    out[static_cast<std::size_t>(i * columns + j)] =
                        static_cast<float>(attrs.number("gain") * matrix[static_cast<std::size_t>(wide ? i * size + j : j * size + i)]);
        },
};

} // namespace ds
