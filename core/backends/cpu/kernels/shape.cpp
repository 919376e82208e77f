// SPDX-License-Identifier: Apache-2.0
// Ops that move elements of any dtype.
#include <algorithm>
#include <cstring>
#include <vector>

#include "core/backends/cpu/fill.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/strided_copy.h"

namespace ds::cpu {

namespace {

using Strides = std::vector<int64_t>;

Strides rowMajor(const Shape& shape) { return rowMajorStrides(shape).vector(); }
int64_t bytesOf(const KernelRequest& request) { return static_cast<int64_t>(sizeOf(request.out().dtype)); }
std::size_t at(int axis) { return static_cast<std::size_t>(axis); }

int axisOf(const KernelRequest& request, int rank)
{
    const int64_t axis = request.attrs.integer("axis");
    return static_cast<int>(axis < 0 ? axis + rank : axis);
}

/// The output is written from its start; the input is read from element `offset`.
std::unique_ptr<Kernel> copyKernel(const KernelRequest& request, Strides from, int64_t offset, const char* name)
{
    const int64_t bytes = bytesOf(request);
    const StridedCopy copy(request.out().shape, std::move(from), rowMajor(request.out().shape), bytes);
    return makeKernel([=](const KernelArgs& args) { copy.run(static_cast<const char*>(args.inputs[0]) + offset * bytes, args.outputs[0]); },
                      name);
}

std::unique_ptr<Kernel> prepareTranspose(const KernelRequest& request)
{
    const Strides strides = rowMajor(request.in(0).shape);
    Strides from;
    for (int64_t axis : request.attrs.ints("order")) from.push_back(strides[static_cast<std::size_t>(axis)]);
    return copyKernel(request, from, 0, "transpose");
}

std::unique_ptr<Kernel> prepareSlice(const KernelRequest& request)
{
    const Ints &begin = request.attrs.ints("begin"), &step = request.attrs.ints("step");
    Strides from = rowMajor(request.in(0).shape);
    int64_t offset = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        offset += begin[i] * from[i];
        if (!step.empty()) from[i] *= step[i];
    }
    return copyKernel(request, from, offset, "slice");
}

std::unique_ptr<Kernel> prepareFlip(const KernelRequest& request)
{
    const Shape& shape = request.in(0).shape;
    Strides from = rowMajor(shape);
    Ints axes = request.attrs.ints("axes");
    if (axes.empty())
        for (int axis = 0; axis < shape.rank(); ++axis) axes.push_back(axis);
    int64_t offset = 0;
    for (int64_t given : axes) {
        const int axis = static_cast<int>(given < 0 ? given + shape.rank() : given);
        offset += std::max<int64_t>(shape[axis] - 1, 0) * from[at(axis)];
        from[at(axis)] = -from[at(axis)];
    }
    return copyKernel(request, from, offset, "flip");
}

std::unique_ptr<Kernel> prepareExpand(const KernelRequest& request)
{
    const Shape &x = request.in(0).shape, &y = request.out().shape;
    const Strides own = rowMajor(x);
    Strides from(at(y.rank()), 0);
    for (int axis = 1; axis <= x.rank(); ++axis)
        if (x[-axis] != 1) from[at(y.rank() - axis)] = own[at(x.rank() - axis)];
    return copyKernel(request, from, 0, "expand");
}

/// Between a whole and a part of it that starts at `first` along `axis`.
struct Piece {
    StridedCopy copy;
    int64_t offset; ///< bytes into the whole
};

std::unique_ptr<Kernel> prepareConcat(const KernelRequest& request)
{
    const Shape& whole = request.out().shape;
    const int axis = axisOf(request, whole.rank());
    const Strides strides = rowMajor(whole);
    std::vector<Piece> pieces;
    int64_t first = 0;
    for (const Operand& part : request.inputs) {
        const Shape& shape = part.type.shape;
        pieces.push_back({{shape, rowMajor(shape), strides, bytesOf(request)}, first * strides[at(axis)] * bytesOf(request)});
        first += shape[axis];
    }
    return makeKernel(
        [pieces = std::move(pieces)](const KernelArgs& args) {
            for (std::size_t i = 0; i < pieces.size(); ++i)
                pieces[i].copy.run(args.inputs[i], static_cast<char*>(args.outputs[0]) + pieces[i].offset);
        },
        "concat");
}

std::unique_ptr<Kernel> prepareSplit(const KernelRequest& request)
{
    const Shape& whole = request.in(0).shape;
    const int axis = axisOf(request, whole.rank());
    const Strides strides = rowMajor(whole);
    std::vector<Piece> pieces;
    int64_t first = 0;
    for (const Operand& part : request.outputs) {
        const Shape& shape = part.type.shape;
        pieces.push_back({{shape, strides, rowMajor(shape), bytesOf(request)}, first * strides[at(axis)] * bytesOf(request)});
        first += shape[axis];
    }
    return makeKernel(
        [pieces = std::move(pieces)](const KernelArgs& args) {
            for (std::size_t i = 0; i < pieces.size(); ++i)
                pieces[i].copy.run(static_cast<const char*>(args.inputs[0]) + pieces[i].offset, args.outputs[i]);
        },
        "split");
}

std::unique_ptr<Kernel> preparePad(const KernelRequest& request)
{
    const Shape &x = request.in(0).shape, &y = request.out().shape;
    const Strides to = rowMajor(y);
    const int64_t bytes = bytesOf(request), count = y.count();
    int64_t offset = 0;
    for (std::size_t i = 0; i < to.size(); ++i) offset += request.attrs.ints("before")[i] * to[i];
    const StridedCopy copy(x, rowMajor(x), to, bytes);
    const Pattern value = patternOf(request.out().dtype, request.attrs.number("value"));
    return makeKernel(
        [=](const KernelArgs& args) {
            fillPattern(args.outputs[0], value, count);
            copy.run(args.inputs[0], static_cast<char*>(args.outputs[0]) + offset * bytes);
        },
        "pad");
}

std::unique_ptr<Kernel> prepareFull(const KernelRequest& request)
{
    const int64_t count = request.out().count();
    const Pattern value = patternOf(request.out().dtype, request.attrs.number("value"));
    return makeKernel([=](const KernelArgs& args) { fillPattern(args.outputs[0], value, count); }, "full");
}

std::unique_ptr<Kernel> prepareCopy(const KernelRequest& request)
{
    const StridedCopy copy({storedCount(request.outputs[0])}, {1}, {1}, bytesOf(request));
    return makeKernel([=](const KernelArgs& args) { copy.run(args.inputs[0], args.outputs[0]); }, "copy");
}

} // namespace

void install_shape(KernelTable& table)
{
    const auto any = [](const KernelRequest&) { return true; };
    table["transpose"] = {prepareTranspose, any};
    table["slice"] = {prepareSlice, any};
    table["flip"] = {prepareFlip, any};
    table["expand"] = {prepareExpand, any};
    table["concat"] = {prepareConcat, any};
    table["split"] = {prepareSplit, any};
    table["pad"] = {preparePad, any};
    table["full"] = {prepareFull, any};
    table["stop_gradient"] = {prepareCopy, any};
}

} // namespace ds::cpu
