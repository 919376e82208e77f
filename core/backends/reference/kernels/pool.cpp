// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/backends/reference/kernel.h"
#include "core/backends/reference/kernels/space.h"
#include "core/ops/nn/pool_common.h"

namespace ds::reference {

namespace {

/// What one output position covers along one dimension.
struct Cover {
    std::vector<int64_t> elements; ///< of the input, padding left out
    double divisor = 0;            ///< of averages
};

/// By dimension, then by output position.
std::array<std::vector<Cover>, 3> covers(const Attrs& attrs, const Shape& x, const Shape& y)
{
    std::array<std::vector<Cover>, 3> result;
    const Size3 input = size3(x), output = size3(y);
    const bool adaptive = attrs.has("output");
    const bool countPadding = attrs.has("count_include_pad") && attrs.boolean("count_include_pad");
    const ops::Window window = adaptive ? ops::Window{} : *ops::poolWindow(attrs);
    for (std::size_t d = 0; d < 3; ++d)
        for (int64_t position = 0; position < output[d]; ++position) {
            const int dim = static_cast<int>(d) - (3 - (x.rank() - 2));
            Cover cover;
            if (dim < 0) {
                cover = {{0}, 1};
            } else if (adaptive) {
                const ops::Range range = ops::adaptiveRange(position, output[d], input[d]);
                for (int64_t i = range.first; i < range.last; ++i) cover.elements.push_back(i);
                cover.divisor = static_cast<double>(cover.elements.size());
            } else {
                const auto u = static_cast<std::size_t>(dim);
                for (int64_t tap = 0; tap < window.kernel[u]; ++tap) {
                    const int64_t at = window.at(dim, position, tap);
                    const bool inside = at >= 0 && at < input[d];
                    if (inside) cover.elements.push_back(at);
                    if (inside || (countPadding && at < input[d] + window.after[u])) ++cover.divisor;
                }
            }
            result[d].push_back(cover);
        }
    return result;
}

/// visit(output index, input indices in row-major order, divisor) for each output element.
template <class Visit>
void eachWindow(const Attrs& attrs, const Shape& x, const Shape& y, Visit visit)
{
    const auto cover = covers(attrs, x, y);
    const Size3 input = size3(x), output = size3(y);
    for (int64_t plane = 0; plane < y[0] * y[1]; ++plane)
        each(output, [&](const Size3& p) {
            std::vector<int64_t> elements;
            const Cover &a = cover[0][static_cast<std::size_t>(p[0])], &b = cover[1][static_cast<std::size_t>(p[1])],
                        &c = cover[2][static_cast<std::size_t>(p[2])];
            for (int64_t i : a.elements)
                for (int64_t j : b.elements)
                    for (int64_t k : c.elements) elements.push_back(plane * count(input) + flat(input, {i, j, k}));
            visit(plane * count(output) + flat(output, p), elements, a.divisor * b.divisor * c.divisor);
        });
}

/// The first maximum; a NaN wins, so that it does not get lost.
int64_t argMax(const Array& x, const std::vector<int64_t>& elements)
{
    int64_t best = elements.front();
    for (int64_t i : elements)
        if (x[i] > x[best] || (std::isnan(x[i]) && !std::isnan(x[best]))) best = i;
    return best;
}

void setZero(Array& array)
{
    for (int64_t i = 0; i < array.count(); ++i) array.set(i, 0);
}

void maxPool(Call& c)
{
    const Array& x = c.in(0);
    eachWindow(c.attrs, x.shape(), c.out().shape(),
               [&](int64_t y, const std::vector<int64_t>& elements, double) { c.out().set(y, x[argMax(x, elements)]); });
}

void maxPoolGrad(Call& c)
{
    const Array& x = c.in(0);
    setZero(c.out());
    eachWindow(c.attrs, x.shape(), c.in(1).shape(),
               [&](int64_t y, const std::vector<int64_t>& elements, double) { c.out().add(argMax(x, elements), c.in(1)[y]); });
}

void maxPoolGather(Call& c)
{
    const Array& x = c.in(0);
    eachWindow(c.attrs, x.shape(), c.out().shape(),
               [&](int64_t y, const std::vector<int64_t>& elements, double) { c.out().set(y, c.in(1)[argMax(x, elements)]); });
}

void avgPool(Call& c)
{
    const Array& x = c.in(0);
    eachWindow(c.attrs, x.shape(), c.out().shape(), [&](int64_t y, const std::vector<int64_t>& elements, double divisor) {
        double sum = 0;
        for (int64_t i : elements) sum += x[i];
        c.out().set(y, sum / divisor);
    });
}

void avgPoolGrad(Call& c)
{
    setZero(c.out());
    eachWindow(c.attrs, c.out().shape(), c.in(0).shape(), [&](int64_t y, const std::vector<int64_t>& elements, double divisor) {
        for (int64_t i : elements) c.out().add(i, c.in(0)[y] / divisor);
    });
}

} // namespace

void install_pool(KernelTable& table)
{
    for (const char* name : {"max_pool", "adaptive_max_pool"}) table[name] = maxPool;
    for (const char* name : {"max_pool_grad", "adaptive_max_pool_grad"}) table[name] = maxPoolGrad;
    for (const char* name : {"max_pool_gather", "adaptive_max_pool_gather"}) table[name] = maxPoolGather;
    for (const char* name : {"avg_pool", "adaptive_avg_pool"}) table[name] = avgPool;
    for (const char* name : {"avg_pool_grad", "adaptive_avg_pool_grad"}) table[name] = avgPoolGrad;
}

} // namespace ds::reference
