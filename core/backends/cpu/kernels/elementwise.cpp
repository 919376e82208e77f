// SPDX-License-Identifier: Apache-2.0
// Elementwise ops over the vectorised loops. Operands of one shape share a layout and are walked as flat memory; others are
// row-major and broadcast.
#include <array>
#include <cstring>

#include "core/backends/cpu/half.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/kernels/unary_loop.h"
#include "core/backends/cpu/loops.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

constexpr int64_t grain = 16384; // elements below which waking the team does not pay

bool allOf(const KernelRequest& request, DType dtype)
{
    for (const Operand& operand : request.inputs)
        if (operand.present && operand.type.dtype != dtype) return false;
    return true;
}
bool allFloat(const KernelRequest& request) { return allOf(request, DType::F32); }
bool allComputed(const KernelRequest& request) { return isComputed(request.in(0).dtype) && allOf(request, request.in(0).dtype); }

/// f(inputs, output, n) over all elements as they lie in memory.
template <std::size_t inputs, class F>
std::unique_ptr<Kernel> flatKernel(const KernelRequest& request, const char* name, F f)
{
    const int64_t count = storedCount(request.outputs[0]);
    const DType dtype = request.out().dtype;
    return makeKernel(
        [=](const KernelArgs& args) {
            std::array<const void*, inputs> from;
            std::copy(args.inputs, args.inputs + inputs, from.begin());
            parallelFor(count, grain,
                        [&](int64_t begin, int64_t end) { forStretches<inputs>(dtype, from, args.outputs[0], begin, end, 0, f); });
        },
        name);
}

// ---- one input

std::unique_ptr<Kernel> prepareUnary(const KernelRequest& request)
{
    const UnaryLoop loop = unaryLoop(request.op.name, request.attrs);
    return flatKernel<1>(request, "unary", [=](const auto& x, float* y, int64_t n) { loop.f(x[0], y, n, loop.parameters.data()); });
}

// ---- two inputs

/// Output dimensions merged as far as both inputs allow, with the strides of each input (0 where it is broadcast).
struct Broadcast {
    int rank = 0;
    std::array<int64_t, Shape::maxRank> size{}, a{}, b{};
};

Broadcast broadcastOf(const Shape& a, const Shape& b, const Shape& y)
{
    Broadcast out;
    int64_t stepA = 1, stepB = 1;
    for (int axis = 1; axis <= y.rank(); ++axis) {
        const int64_t sizeA = axis <= a.rank() ? a[-axis] : 1, sizeB = axis <= b.rank() ? b[-axis] : 1;
        if (y[-axis] == 1) continue;
        const int64_t strideA = sizeA == 1 ? 0 : stepA, strideB = sizeB == 1 ? 0 : stepB;
        stepA *= sizeA;
        stepB *= sizeB;
        if (out.rank > 0) {
            const auto last = static_cast<std::size_t>(out.rank - 1);
            if (strideA == out.a[last] * out.size[last] && strideB == out.b[last] * out.size[last]) {
                out.size[last] *= y[-axis];
                continue;
            }
        }
        const auto at = static_cast<std::size_t>(out.rank++);
        out.size[at] = y[-axis];
        out.a[at] = strideA;
        out.b[at] = strideB;
    }
    if (out.rank == 0) out = {1, {1}, {1}, {1}};
    return out; // innermost first
}

/// One operand of a row: the same places as in the result, or one number for all.
struct RowOperand {
    const void* data;
    int64_t offset, stride;
    bool single() const { return stride == 0; }
    const void* at(DType dtype) const { return static_cast<const std::byte*>(data) + offset * static_cast<int64_t>(sizeOf(dtype)); }
};

template <class Out>
void runLoop(const simd::BinaryOf<Out>& f, const float* a, bool singleA, const float* b, bool singleB, Out* y, int64_t n)
{
    if (singleA && singleB) f.vs(a, *b, y, 1);
    else if (singleB) f.vs(a, *b, y, n);
    else if (singleA) f.sv(*a, b, y, n);
    else f.vv(a, b, y, n);
}

/// Elements [begin, end) of a row.
void runRow(const simd::Binary& f, DType dtype, const RowOperand& a, const RowOperand& b, void* y, int64_t begin, int64_t end)
{
    const unsigned single = (a.single() ? 1u : 0u) | (b.single() ? 2u : 0u);
    forStretches<2>(dtype, {a.at(dtype), b.at(dtype)}, y, begin, end, single,
                    [&](const auto& x, float* out, int64_t n) { runLoop(f, x[0], a.single(), x[1], b.single(), out, n); });
}
void runRow(const simd::Compare& f, DType, const RowOperand& a, const RowOperand& b, void* y, int64_t begin, int64_t end)
{
    const auto from = [&](const RowOperand& x) { return static_cast<const float*>(x.at(DType::F32)) + (x.single() ? 0 : begin); };
    runLoop(f, from(a), a.single(), from(b), b.single(), static_cast<uint8_t*>(y) + begin, end - begin);
}

template <class Out>
std::unique_ptr<Kernel> prepareBinary(const KernelRequest& request, const simd::List<simd::BinaryOf<Out>>& list)
{
    const simd::BinaryOf<Out> f = *findLoop(list, request.op.name);
    const Shape &a = request.in(0).shape, &b = request.in(1).shape, &y = request.out().shape;
    const DType dtype = request.in(0).dtype;
    // Padded or not, operands of one shape and layout are one flat stretch; a single number fits any.
    const bool fullA = a == y, fullB = b == y;
    if ((fullA || a.count() == 1) && (fullB || b.count() == 1) && (fullA || fullB)) {
        const int64_t count = storedCount(request.outputs[0]);
        return makeKernel(
            [=](const KernelArgs& args) {
                parallelFor(count, grain, [&](int64_t begin, int64_t end) {
                    runRow(f, dtype, {args.inputs[0], 0, fullA}, {args.inputs[1], 0, fullB}, args.outputs[0], begin, end);
                });
            },
            "binary");
    }
    const Broadcast s = broadcastOf(a, b, y);
    const int64_t inner = s.size[0], rows = y.count() / inner, size = static_cast<int64_t>(sizeOf(request.out().dtype));
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelFor(rows, std::max<int64_t>(1, grain / inner), [&](int64_t begin, int64_t end) {
                for (int64_t row = begin; row < end; ++row) {
                    int64_t rest = row, offsetA = 0, offsetB = 0;
                    for (std::size_t axis = 1; axis < static_cast<std::size_t>(s.rank); ++axis) {
                        const int64_t at = rest % s.size[axis];
                        rest /= s.size[axis];
                        offsetA += at * s.a[axis];
                        offsetB += at * s.b[axis];
                    }
                    runRow(f, dtype, {args.inputs[0], offsetA, s.a[0]}, {args.inputs[1], offsetB, s.b[0]},
                           args.out<std::byte>() + row * inner * size, 0, inner);
                }
            });
        },
        "binary_broadcast");
}

// ---- the rest

std::unique_ptr<Kernel> prepareReluGrad(const KernelRequest& request)
{
    const auto f = simd::functions().reluGrad;
    return flatKernel<2>(request, "relu_grad", [=](const auto& x, float* dx, int64_t n) { f(x[0], x[1], dx, n); });
}

std::unique_ptr<Kernel> prepareGeluGrad(const KernelRequest& request)
{
    const auto f = simd::functions().geluGrad;
    const bool byTanh = request.attrs.string("approximate") == "tanh";
    return flatKernel<2>(request, "gelu_grad", [=](const auto& x, float* dx, int64_t n) { f(x[0], x[1], dx, n, byTanh); });
}

std::unique_ptr<Kernel> prepareSelect(const KernelRequest& request)
{
    const auto f = simd::functions().select;
    const int64_t count = storedCount(request.outputs[0]);
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelFor(count, grain, [&](int64_t begin, int64_t end) {
                f(args.in<uint8_t>(0) + begin, args.in<float>(1) + begin, args.in<float>(2) + begin, args.out<float>() + begin,
                  end - begin);
            });
        },
        "select");
}

bool acceptsSelect(const KernelRequest& request)
{
    const Shape& y = request.out().shape;
    return request.out().dtype == DType::F32 && request.in(0).shape == y && request.in(1).shape == y && request.in(2).shape == y;
}

template <class From, class To>
std::unique_ptr<Kernel> castKernel(int64_t count)
{
    return makeKernel(
        [=](const KernelArgs& args) {
            const From* x = args.in<From>(0);
            To* y = args.out<To>();
            parallelFor(count, grain, [&](int64_t begin, int64_t end) {
                for (int64_t i = begin; i < end; ++i) y[i] = static_cast<To>(x[i]);
            });
        },
        "cast");
}

/// Between f32 and bf16.
template <class From, class To>
std::unique_ptr<Kernel> halfKernel(int64_t count, void (*convert)(const From*, To*, int64_t))
{
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelFor(count, grain,
                        [&](int64_t begin, int64_t end) { convert(args.in<From>(0) + begin, args.out<To>() + begin, end - begin); });
        },
        "cast");
}

bool acceptsCast(const KernelRequest& request)
{
    const DType from = request.in(0).dtype;
    if (from == DType::BF16 || request.out().dtype == DType::BF16)
        return isComputed(from) && isComputed(request.out().dtype) && from != request.out().dtype;
    return request.out().dtype == DType::F32 &&
           (from == DType::F32 || from == DType::Bool || from == DType::U8 || from == DType::I32 || from == DType::I64);
}

std::unique_ptr<Kernel> prepareCast(const KernelRequest& request)
{
    const int64_t count = storedCount(request.outputs[0]);
    if (request.out().dtype == DType::BF16) return halfKernel<float, simd::Bf16>(count, simd::functions().narrow);
    switch (request.in(0).dtype) {
    case DType::BF16: return halfKernel<simd::Bf16, float>(count, simd::functions().widen);
    case DType::F32: return castKernel<float, float>(count);
    case DType::I32: return castKernel<int32_t, float>(count);
    case DType::I64: return castKernel<int64_t, float>(count);
    default: return castKernel<uint8_t, float>(count);
    }
}

} // namespace

void install_elementwise(KernelTable& table)
{
    const simd::Functions& f = simd::functions();
    for (int i = 0; i < f.unary.count; ++i)
        if (std::strcmp(f.unary.items[i].name, "gelu_tanh") != 0) table[f.unary.items[i].name] = {prepareUnary, allComputed};
    const auto binary = [](const KernelRequest& request) { return prepareBinary(request, simd::functions().binary); };
    const auto compare = [](const KernelRequest& request) { return prepareBinary(request, simd::functions().compare); };
    for (int i = 0; i < f.binary.count; ++i) table[f.binary.items[i].name] = {binary, allComputed};
    for (int i = 0; i < f.compare.count; ++i) table[f.compare.items[i].name] = {compare, allFloat};
    table["relu_grad"] = {prepareReluGrad, allComputed};
    table["gelu_grad"] = {prepareGeluGrad, allComputed};
    table["select"] = {prepareSelect, acceptsSelect};
    table["cast"] = {prepareCast, acceptsCast};
}

} // namespace ds::cpu
