// SPDX-License-Identifier: Apache-2.0
#include "core/backends/reference/kernel.h"
#include "core/backends/reference/kernels/space.h"
#include "core/ops/nn/window.h"

namespace ds::reference {

namespace {

/// Calls visit(x index, weight index, y index) for each multiplication of a convolution.
template <class Visit>
void eachProduct(const Attrs& attrs, const Shape& x, const Shape& weight, const Shape& y, Visit visit)
{
    const ops::Window window = *ops::windowOf(attrs, ops::spatialOf(weight));
    const int dims = window.dims();
    const Size3 input = size3(x), kernel = size3(weight), output = size3(y);
    const int64_t channels = weight[1], outPerGroup = y[1] / attrs.integer("groups");
    for (int64_t n = 0; n < y[0]; ++n)
        for (int64_t o = 0; o < y[1]; ++o)
            for (int64_t c = 0; c < channels; ++c)
                each(output, [&](const Size3& p) {
                    each(kernel, [&](const Size3& k) {
                        Size3 at{};
                        for (std::size_t d = 0; d < 3; ++d) {
                            const int dim = static_cast<int>(d) - (3 - dims);
                            at[d] = dim < 0 ? 0 : window.at(dim, p[d], k[d]);
                            if (at[d] < 0 || at[d] >= input[d]) return;
                        }
                        const int64_t channel = o / outPerGroup * channels + c;
                        visit((n * x[1] + channel) * count(input) + flat(input, at), (o * channels + c) * count(kernel) + flat(kernel, k),
                              (n * y[1] + o) * count(output) + flat(output, p));
                    });
                });
}

void store(Array& out, const std::vector<double>& values)
{
    for (int64_t i = 0; i < out.count(); ++i) out.set(i, values[static_cast<std::size_t>(i)]);
}

void conv(Call& c)
{
    const Array &x = c.in(0), &weight = c.in(1);
    Array& y = c.out();
    std::vector<double> sums(static_cast<std::size_t>(y.count()));
    const int64_t plane = y.shape().count(2, y.shape().rank());
    if (c.has(2))
        for (int64_t i = 0; i < y.count(); ++i) sums[static_cast<std::size_t>(i)] = c.in(2)[i / plane % y.shape()[1]];
    eachProduct(c.attrs, x.shape(), weight.shape(), y.shape(),
                [&](int64_t xi, int64_t wi, int64_t yi) { sums[static_cast<std::size_t>(yi)] += x[xi] * weight[wi]; });
    store(y, sums);
}

void convInputGrad(Call& c)
{
    const Array &grad = c.in(0), &weight = c.in(1);
    std::vector<double> sums(static_cast<std::size_t>(c.out().count()));
    eachProduct(c.attrs, c.out().shape(), weight.shape(), grad.shape(),
                [&](int64_t xi, int64_t wi, int64_t yi) { sums[static_cast<std::size_t>(xi)] += grad[yi] * weight[wi]; });
    store(c.out(), sums);
}

void convWeightGrad(Call& c)
{
    const Array &x = c.in(0), &grad = c.in(1);
    std::vector<double> sums(static_cast<std::size_t>(c.out().count()));
    eachProduct(c.attrs, x.shape(), c.out().shape(), grad.shape(),
                [&](int64_t xi, int64_t wi, int64_t yi) { sums[static_cast<std::size_t>(wi)] += x[xi] * grad[yi]; });
    store(c.out(), sums);
}

} // namespace

void install_conv(KernelTable& table)
{
    table["conv"] = conv;
    table["conv_input_grad"] = convInputGrad;
    table["conv_weight_grad"] = convWeightGrad;
}

} // namespace ds::reference
