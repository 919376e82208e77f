// SPDX-License-Identifier: Apache-2.0
// Elementwise ops over the vectorised loops. Operands of one shape share a layout and are walked as flat memory; others are
// row-major and broadcast.
#include <array>
#include <cstring>
#include <string>

#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

constexpr int64_t grain = 16384; // elements below which waking the team does not pay

template <class F>
const F* find(const simd::List<F>& list, std::string_view name)
{
    for (int i = 0; i < list.count; ++i)
        if (name == list.items[i].name) return &list.items[i].f;
    return nullptr;
}

bool allFloat(const KernelRequest& request)
{
    for (const Operand& operand : request.inputs)
        if (operand.present && operand.type.dtype != DType::F32) return false;
    return true;
}

// ---- one input

std::string unaryName(const KernelRequest& request)
{
    std::string name(request.op.name);
    if (name == "gelu" && request.attrs.string("approximate") == "tanh") name = "gelu_tanh";
    return name;
}

std::unique_ptr<Kernel> prepareUnary(const KernelRequest& request)
{
    const simd::Unary f = *find(simd::functions().unary, unaryName(request));
    std::array<float, 2> parameters{};
    if (request.op.name == "leaky_relu") parameters[0] = static_cast<float>(request.attrs.number("slope"));
    if (request.op.name == "clamp")
        parameters = {static_cast<float>(request.attrs.number("min")), static_cast<float>(request.attrs.number("max"))};
    const int64_t count = storedCount(request.outputs[0]);
    return makeKernel(
        [=](const KernelArgs& args) {
            const float* x = args.in<float>(0);
            float* y = args.out<float>();
            parallelFor(count, grain, [&](int64_t begin, int64_t end) { f(x + begin, y + begin, end - begin, parameters.data()); });
        },
        "unary");
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

template <class Out>
void runRow(const simd::BinaryOf<Out>& f, const float* a, int64_t strideA, const float* b, int64_t strideB, Out* y, int64_t n)
{
    if (strideA && strideB) f.vv(a, b, y, n);
    else if (strideA) f.vs(a, *b, y, n);
    else if (strideB) f.sv(*a, b, y, n);
    else f.vs(a, *b, y, 1);
}

template <class Out>
std::unique_ptr<Kernel> prepareBinary(const KernelRequest& request, const simd::List<simd::BinaryOf<Out>>& list)
{
    const simd::BinaryOf<Out> f = *find(list, request.op.name);
    const Shape &a = request.in(0).shape, &b = request.in(1).shape, &y = request.out().shape;
    // Padded or not, operands of one shape and layout are one flat stretch; a single number fits any.
    const bool fullA = a == y, fullB = b == y;
    if ((fullA || a.count() == 1) && (fullB || b.count() == 1) && (fullA || fullB)) {
        const int64_t count = storedCount(request.outputs[0]);
        return makeKernel(
            [=](const KernelArgs& args) {
                const float *x0 = args.in<float>(0), *x1 = args.in<float>(1);
                Out* out = args.out<Out>();
                parallelFor(count, grain, [&](int64_t begin, int64_t end) {
                    runRow(f, x0 + (fullA ? begin : 0), fullA, x1 + (fullB ? begin : 0), fullB, out + begin, end - begin);
                });
            },
            "binary");
    }
    const Broadcast s = broadcastOf(a, b, y);
    const int64_t inner = s.size[0], rows = y.count() / inner;
    return makeKernel(
        [=](const KernelArgs& args) {
            const float *x0 = args.in<float>(0), *x1 = args.in<float>(1);
            Out* out = args.out<Out>();
            parallelFor(rows, std::max<int64_t>(1, grain / inner), [&](int64_t begin, int64_t end) {
                for (int64_t row = begin; row < end; ++row) {
                    int64_t rest = row, offsetA = 0, offsetB = 0;
                    for (std::size_t axis = 1; axis < static_cast<std::size_t>(s.rank); ++axis) {
                        const int64_t at = rest % s.size[axis];
                        rest /= s.size[axis];
                        offsetA += at * s.a[axis];
                        offsetB += at * s.b[axis];
                    }
                    runRow(f, x0 + offsetA, s.a[0], x1 + offsetB, s.b[0], out + row * inner, inner);
                }
            });
        },
        "binary_broadcast");
}

// ---- the rest

std::unique_ptr<Kernel> prepareReluGrad(const KernelRequest& request)
{
    const auto f = simd::functions().reluGrad;
    const int64_t count = storedCount(request.outputs[0]);
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelFor(count, grain, [&](int64_t begin, int64_t end) {
                f(args.in<float>(0) + begin, args.in<float>(1) + begin, args.out<float>() + begin, end - begin);
            });
        },
        "relu_grad");
}

std::unique_ptr<Kernel> prepareGeluGrad(const KernelRequest& request)
{
    const auto f = simd::functions().geluGrad;
    const bool byTanh = request.attrs.string("approximate") == "tanh";
    const int64_t count = storedCount(request.outputs[0]);
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelFor(count, grain, [&](int64_t begin, int64_t end) {
                f(args.in<float>(0) + begin, args.in<float>(1) + begin, args.out<float>() + begin, end - begin, byTanh);
            });
        },
        "gelu_grad");
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

bool acceptsCast(const KernelRequest& request)
{
    const DType from = request.in(0).dtype;
    return request.out().dtype == DType::F32 &&
           (from == DType::F32 || from == DType::Bool || from == DType::U8 || from == DType::I32 || from == DType::I64);
}

std::unique_ptr<Kernel> prepareCast(const KernelRequest& request)
{
    const int64_t count = storedCount(request.outputs[0]);
    switch (request.in(0).dtype) {
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
        if (std::strcmp(f.unary.items[i].name, "gelu_tanh") != 0) table[f.unary.items[i].name] = {prepareUnary, allFloat};
    const auto binary = [](const KernelRequest& request) { return prepareBinary(request, simd::functions().binary); };
    const auto compare = [](const KernelRequest& request) { return prepareBinary(request, simd::functions().compare); };
    for (int i = 0; i < f.binary.count; ++i) table[f.binary.items[i].name] = {binary, allFloat};
    for (int i = 0; i < f.compare.count; ++i) table[f.compare.items[i].name] = {compare, allFloat};
    table["relu_grad"] = {prepareReluGrad, allFloat};
    table["gelu_grad"] = {prepareGeluGrad, allFloat};
    table["select"] = {prepareSelect, acceptsSelect};
    table["cast"] = {prepareCast, acceptsCast};
}

} // namespace ds::cpu
