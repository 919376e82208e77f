// SPDX-License-Identifier: Apache-2.0
// Sum, mean and maximum over [outer, reduced, inner] or [reduced, kept, reduced].
#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "core/backends/cpu/blocked.h"
#include "core/backends/cpu/half.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

/// Neighbouring dimensions of the same fate merged: sizes from the outermost, `reduced` of the first alternating.
struct Groups {
    std::vector<int64_t> sizes;
    bool firstReduced = false;
};

Groups groupsOf(const KernelRequest& request)
{
    const Shape& shape = request.in(0).shape;
    const Ints& axes = request.attrs.ints("axes");
    Groups groups;
    bool last = false;
    for (int axis = 0; axis < shape.rank(); ++axis) {
        const bool reduced =
            axes.empty() || std::any_of(axes.begin(), axes.end(), [&](int64_t a) { return (a < 0 ? a + shape.rank() : a) == axis; });
        if (shape[axis] == 1) continue; // belongs to either
        if (groups.sizes.empty()) groups.firstReduced = reduced;
        if (groups.sizes.empty() || reduced != last) groups.sizes.push_back(shape[axis]);
        else groups.sizes.back() *= shape[axis];
        last = reduced;
    }
    if (groups.sizes.empty()) groups = {{1}, true};
    return groups;
}

/// As [a, r, b, s]: kept, reduced, kept, reduced; absent ones are 1.
std::optional<std::array<int64_t, 4>> shapeOf(const Groups& groups)
{
    std::array<int64_t, 4> shape{1, 1, 1, 1};
    std::size_t at = groups.firstReduced ? 1 : 0;
    for (int64_t size : groups.sizes) {
        if (at >= 4) return std::nullopt;
        shape[at++] = size;
    }
    return shape;
}

enum class Kind { Sum, Mean, Max };

Kind kindOf(const KernelRequest& request)
{
    return request.op.name == "sum" ? Kind::Sum : request.op.name == "mean" ? Kind::Mean : Kind::Max;
}

/// A blocked image reduced over exactly its spatial dimensions.
bool overBlockedImage(const KernelRequest& request)
{
    const Shape& shape = request.in(0).shape;
    const Groups groups = groupsOf(request);
    return kindOf(request) != Kind::Max && shape.rank() > 2 && !request.inputs[0].layout.plain() && blockedForm(request.inputs[0]).ok &&
           !groups.firstReduced && groups.sizes.size() == 2 && groups.sizes[0] == shape[0] * shape[1];
}

std::unique_ptr<Kernel> prepareImage(const KernelRequest& request)
{
    const Blocked form = blockedForm(request.inputs[0]);
    const float factor = kindOf(request) == Kind::Mean ? 1.0f / static_cast<float>(form.spatial) : 1.0f;
    const auto add = simd::functions().addRow;
    const DType dtype = request.in(0).dtype;
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelItems(form.outer, form.spatial * form.block, [&](int64_t i) {
                float* y = args.out<float>() + i * form.block;
                std::fill(y, y + form.block, 0.0f);
                float own[halfTile];
                for (int64_t s = 0; s < form.spatial; ++s)
                    add(readStretch(dtype, args.inputs[0], (i * form.spatial + s) * form.block, form.block, own), y, form.block);
                for (int64_t c = 0; c < form.block; ++c) y[c] *= factor;
            });
        },
        "reduce_blocked");
}

/// Everything to one number, in any layout since padding is zero: parts of fixed size, so that the result does not depend on
/// how they are shared out.
bool overAll(const KernelRequest& request)
{
    return request.op.name == "squared_norm" || (kindOf(request) != Kind::Max && request.out().count() == 1);
}

/// The reduction of n elements from `at` on.
float reduceStretch(float (*row)(const float*, int64_t), DType dtype, const void* x, int64_t at, int64_t n)
{
    if (dtype == DType::F32) return row(static_cast<const float*>(x) + at, n);
    float own[halfTile], sum = 0;
    for (int64_t i = 0; i < n; i += halfTile) {
        const int64_t size = std::min(halfTile, n - i);
        sum += row(readStretch(dtype, x, at + i, size, own), size);
    }
    return sum;
}

std::unique_ptr<Kernel> prepareAll(const KernelRequest& request)
{
    constexpr int64_t part = 16384;
    const int64_t count = storedCount(request.inputs[0]), parts = (count + part - 1) / part;
    const double factor = request.op.name == "mean" ? 1.0 / static_cast<double>(request.in(0).count()) : 1.0;
    const auto row = request.op.name == "squared_norm" ? simd::functions().sumSquaresRow : simd::functions().sumRow;
    const DType dtype = request.in(0).dtype;
    return makeKernel(
        [=](const KernelArgs& args) {
            auto* sums = static_cast<float*>(args.workspace);
            parallelItems(parts, part, [&](int64_t i) {
                sums[i] = reduceStretch(row, dtype, args.inputs[0], i * part, std::min(part, count - i * part));
            });
            double total = 0;
            for (int64_t i = 0; i < parts; ++i) total += sums[i];
            *args.out<float>() = static_cast<float>(total * factor);
        },
        "reduce_all", static_cast<std::size_t>(parts) * sizeof(float));
}

/// Sums down the columns of [rows, n], many rows: parts of a fixed number of rows, so that memory is read in order and the result does not
/// depend on how they are shared out.
std::unique_ptr<Kernel> prepareTallColumns(int64_t rows, int64_t n, float factor)
{
    constexpr int64_t part = 256;
    const int64_t parts = (rows + part - 1) / part;
    const auto addRows = simd::functions().addRows;
    const auto add = simd::functions().addRow;
    return makeKernel(
        [=](const KernelArgs& args) {
            auto* sums = static_cast<float*>(args.workspace);
            parallelItems(parts, part * n, [&](int64_t i) {
                std::fill(sums + i * n, sums + (i + 1) * n, 0.0f);
                addRows(args.in<float>(0) + i * part * n, std::min(part, rows - i * part), sums + i * n, n);
            });
            auto* y = args.out<float>();
            std::copy(sums, sums + n, y);
            for (int64_t i = 1; i < parts; ++i) add(sums + i * n, y, n);
            if (factor != 1.0f)
                for (int64_t i = 0; i < n; ++i) y[i] *= factor;
        },
        "reduce_tall_columns", static_cast<std::size_t>(parts * n) * sizeof(float));
}

std::unique_ptr<Kernel> prepare(const KernelRequest& request)
{
    if (overAll(request)) return prepareAll(request);
    if (overBlockedImage(request)) return prepareImage(request);
    const auto [a, r, b, s] = *shapeOf(groupsOf(request));
    const Kind kind = kindOf(request);
    const DType dtype = request.in(0).dtype;
    const float factor = kind == Kind::Mean ? 1.0f / static_cast<float>(r * s) : 1.0f;
    const simd::Functions& f = simd::functions();
    const auto row = kind == Kind::Max ? f.maxRow : f.sumRow;
    const auto into = kind == Kind::Max ? f.maxInto : f.addRow;
    if (constexpr int64_t tall = 128; a == 1 && s == 1 && b > 1 && r >= tall && kind != Kind::Max && dtype == DType::F32)
        return prepareTallColumns(r, b, factor);
    if (s == 1 && b > 1) {
        // Down columns: each thread takes a part of the kept inner dimension, so that the order of sums is fixed.
        return makeKernel(
            [=, a = a, r = r, b = b](const KernelArgs& args) {
                for (int64_t i = 0; i < a; ++i) {
                    float* y = args.out<float>() + i * b;
                    parallelFor(b, std::max<int64_t>(16, 32768 / std::max<int64_t>(r, 1)), [&](int64_t begin, int64_t end) {
                        const int64_t step = dtype == DType::F32 ? end - begin : halfTile;
                        float own[halfTile];
                        for (int64_t at = begin; at < end; at += step) {
                            const int64_t n = std::min(step, end - at);
                            for (int64_t k = 0; k < r; ++k) {
                                const float* x = readStretch(dtype, args.inputs[0], (i * r + k) * b + at, n, own);
                                if (k == 0) std::memcpy(y + at, x, static_cast<std::size_t>(n) * sizeof(float));
                                else into(x, y + at, n);
                            }
                        }
                        if (factor != 1.0f)
                            for (int64_t k = begin; k < end; ++k) y[k] *= factor;
                    });
                }
            },
            "reduce_columns");
    }
    // Along rows: [a, r, b, s] with the results [a, b].
    return makeKernel(
        [=, a = a, r = r, b = b, s = s](const KernelArgs& args) {
            parallelItems(a * b, r * s, [&](int64_t i) {
                const int64_t at = (i / b * r * b + i % b) * s;
                double total = reduceStretch(row, dtype, args.inputs[0], at, s);
                for (int64_t k = 1; k < r; ++k) {
                    const float part = reduceStretch(row, dtype, args.inputs[0], at + k * b * s, s);
                    total = kind == Kind::Max ? std::max<double>(total, part) : total + part;
                }
                args.out<float>()[i] = static_cast<float>(total * factor);
            });
        },
        "reduce_rows");
}

bool accepts(const KernelRequest& request)
{
    // Sums of bf16 are kept in f32.
    const bool types = request.out().dtype == DType::F32 &&
                       (request.in(0).dtype == DType::F32 || (request.in(0).dtype == DType::BF16 && request.op.name == "sum"));
    return types && request.in(0).count() > 0 && (overAll(request) || shapeOf(groupsOf(request)).has_value());
}

LayoutWish wish(const KernelRequest& request)
{
    LayoutWish wish = plainLayouts(request);
    if (overAll(request) || overBlockedImage(request)) wish.inputs[0] = request.inputs[0].layout;
    return wish;
}

} // namespace

void install_reduce(KernelTable& table)
{
    for (const char* name : {"sum", "mean", "reduce_max", "squared_norm"}) table[name] = {prepare, accepts, wish};
}

} // namespace ds::cpu
