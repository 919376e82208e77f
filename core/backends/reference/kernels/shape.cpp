// SPDX-License-Identifier: Apache-2.0
#include "core/backends/reference/kernels/indexing.h"

namespace ds::reference {

namespace {

void reshape(Call& c) { copyAll(c.in(0), c.out()); }

void reorder(Call& c)
{
    relayout(c.out().dtype(), c.out().shape(), Layout(c.attrs.string("from")), c.in(0).data(), Layout(c.attrs.string("to")),
             c.out().data());
}

void expand(Call& c)
{
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, c.in(0)[broadcastIndex(i, c.out().shape(), c.in(0).shape())]);
}

void transpose(Call& c)
{
    const Ints& order = c.attrs.ints("order");
    for (int64_t i = 0; i < c.out().count(); ++i) {
        const Shape to = unravel(i, c.out().shape());
        Shape from = to;
        for (int axis = 0; axis < to.rank(); ++axis) from[static_cast<int>(order[static_cast<std::size_t>(axis)])] = to[axis];
        c.out().set(i, c.in(0)[ravel(from, c.in(0).shape())]);
    }
}

void slice(Call& c)
{
    const Ints &begin = c.attrs.ints("begin"), &step = c.attrs.ints("step");
    for (int64_t i = 0; i < c.out().count(); ++i) {
        Shape at = unravel(i, c.out().shape());
        for (int axis = 0; axis < at.rank(); ++axis) {
            const auto n = static_cast<std::size_t>(axis);
            at[axis] = begin[n] + at[axis] * (step.empty() ? 1 : step[n]);
        }
        c.out().set(i, c.in(0)[ravel(at, c.in(0).shape())]);
    }
}

void pad(Call& c)
{
    const Ints& before = c.attrs.ints("before");
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, c.attrs.number("value"));
    for (int64_t i = 0; i < c.in(0).count(); ++i) {
        Shape at = unravel(i, c.in(0).shape());
        for (int axis = 0; axis < at.rank(); ++axis) at[axis] += before[static_cast<std::size_t>(axis)];
        c.out().set(ravel(at, c.out().shape()), c.in(0)[i]);
    }
}

void concat(Call& c)
{
    const int axis = axisOf(c, c.out().shape().rank());
    const Lines to(c.out().shape(), axis);
    int64_t first = 0;
    for (const Array& x : c.inputs) {
        const Lines from(x.shape(), axis);
        for (int64_t o = 0; o < from.outer; ++o)
            for (int64_t k = 0; k < from.size; ++k)
                for (int64_t i = 0; i < from.inner; ++i) c.out().set(to.at(o, first + k, i), x[from.at(o, k, i)]);
        first += from.size;
    }
}

void flip(Call& c)
{
    const Shape& shape = c.out().shape();
    for (int64_t i = 0; i < c.out().count(); ++i) {
        const Shape to = unravel(i, shape);
        Shape from = to;
        if (c.attrs.ints("axes").empty())
            for (int axis = 0; axis < shape.rank(); ++axis) from[axis] = shape[axis] - 1 - to[axis];
        for (int64_t axis : c.attrs.ints("axes"))
            from[static_cast<int>(axis)] = shape[static_cast<int>(axis)] - 1 - to[static_cast<int>(axis)];
        c.out().set(i, c.in(0)[ravel(from, shape)]);
    }
}

} // namespace

void install_shape(KernelTable& table)
{
    table["reshape"] = reshape;
    table["stop_gradient"] = reshape;
    table["flip"] = flip;
    table["reorder"] = reorder;
    table["expand"] = expand;
    table["transpose"] = transpose;
    table["slice"] = slice;
    table["pad"] = pad;
    table["concat"] = concat;
}

} // namespace ds::reference
