// SPDX-License-Identifier: Apache-2.0
// Pooling over channels-first images, row-major or blocked over channels: the inner block, if any, is what the loops vectorise over.
#include "core/backends/cpu/blocked.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

int64_t at(const Ints& list, int i, int64_t fallback) { return list.empty() ? fallback : list[static_cast<std::size_t>(i)]; }

simd::PoolShape poolShape(const KernelRequest& request, const Shape& x, const Shape& y)
{
    simd::PoolShape p{};
    const int spatial = x.rank() - 2;
    for (int i = 0; i < 3; ++i) {
        const int from = i - (3 - spatial); // one- and two-dimensional pooling as the last of three dimensions
        p.in[i] = from < 0 ? 1 : x[2 + from];
        p.out[i] = from < 0 ? 1 : y[2 + from];
        p.kernel[i] = from < 0 ? 1 : request.attrs.ints("kernel")[static_cast<std::size_t>(from)];
        p.stride[i] = from < 0 ? 1 : at(request.attrs.ints("stride"), from, p.kernel[i]);
        p.pad[i] = from < 0 ? 0 : at(request.attrs.ints("pad_before"), from, 0);
        p.dilation[i] = from < 0 || !request.attrs.has("dilation") ? 1 : at(request.attrs.ints("dilation"), from, 1);
    }
    return p;
}

std::unique_ptr<Kernel> prepareMax(const KernelRequest& request)
{
    simd::PoolShape p = poolShape(request, request.in(0).shape, request.out().shape);
    const Blocked form = blockedForm(request.inputs[0]);
    p.block = form.block;
    const auto run = simd::functions().maxPool;
    return makeKernel(
        [=](const KernelArgs& args) {
            const int64_t inSize = p.inCount() * p.block, outSize = p.outCount() * p.block;
            parallelItems(form.outer, outSize * p.kernelCount(),
                          [&](int64_t i) { run(p, args.in<float>(0) + i * inSize, args.out<float>() + i * outSize); });
        },
        "max_pool");
}

std::unique_ptr<Kernel> prepareMaxGrad(const KernelRequest& request)
{
    simd::PoolShape p = poolShape(request, request.in(0).shape, request.in(1).shape);
    const Blocked form = blockedForm(request.inputs[0]);
    p.block = form.block;
    const auto run = simd::functions().maxPoolGrad;
    return makeKernel(
        [=](const KernelArgs& args) {
            const int64_t inSize = p.inCount() * p.block, outSize = p.outCount() * p.block;
            parallelItems(form.outer, inSize + outSize * p.kernelCount(), [&](int64_t i) {
                run(p, args.in<float>(0) + i * inSize, args.in<float>(1) + i * outSize, args.out<float>() + i * inSize);
            });
        },
        "max_pool_grad");
}

bool accepts(const KernelRequest& request) { return request.in(0).dtype == DType::F32; }

LayoutWish follow(const KernelRequest& request)
{
    const Layout layout = blockedForm(request.inputs[0]).ok ? request.inputs[0].layout : Layout{};
    return {std::vector<Layout>(request.inputs.size(), layout), {layout}};
}

} // namespace

void install_pool(KernelTable& table)
{
    table["max_pool"] = {prepareMax, accepts, follow};
    table["max_pool_grad"] = {prepareMaxGrad, accepts, follow};
}

} // namespace ds::cpu
