// SPDX-License-Identifier: Apache-2.0
// Pooling over channels-first images, row-major or blocked over channels: the inner block, if any, is what the loops vectorise over.
// What each output covers is worked out once, so sliding and adaptive poolings run the same loops without tests for padding.
#include <array>
#include <vector>

#include "core/backends/cpu/blocked.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"
#include "core/ops/nn/pool_common.h"

namespace ds::cpu {

namespace {

class Pooling {
public:
    Pooling(const KernelRequest& request, const Shape& x, const Shape& y, const Operand& layout)
    {
        const Blocked form = blockedForm(layout);
        m_plan.block = form.block;
        m_planes = form.outer;
        const bool adaptive = request.attrs.has("output");
        const ops::Window window = adaptive ? ops::Window{} : *ops::poolWindow(request.attrs);
        const bool padded = request.attrs.has("count_include_pad") && request.attrs.boolean("count_include_pad");
        for (int d = 0; d < 3; ++d) {
            const int dim = d - (5 - x.rank()); // one- and two-dimensional pooling as the last of three dimensions
            m_plan.in[d] = dim < 0 ? 1 : x[2 + dim];
            m_plan.out[d] = dim < 0 ? 1 : y[2 + dim];
            m_plan.step[d] = dim < 0 || adaptive ? 1 : window.dilation[static_cast<std::size_t>(dim)];
            for (int64_t position = 0; position < m_plan.out[d]; ++position)
                m_spans[static_cast<std::size_t>(d)].push_back(dim < 0    ? simd::PoolSpan{0, 1, 1}
                                                               : adaptive ? adaptiveSpan(position, m_plan.out[d], m_plan.in[d])
                                                                          : slidingSpan(window, dim, position, m_plan.in[d], padded));
        }
    }

    int64_t planes() const { return m_planes; }
    int64_t inSize() const { return m_plan.inCount() * m_plan.block; }
    int64_t outSize() const { return m_plan.outCount() * m_plan.block; }
    /// Points into this object.
    simd::PoolPlan plan() const
    {
        simd::PoolPlan plan = m_plan;
        for (std::size_t d = 0; d < 3; ++d) plan.spans[d] = m_spans[d].data();
        return plan;
    }

private:
    static simd::PoolSpan adaptiveSpan(int64_t position, int64_t out, int64_t in)
    {
        const ops::Range range = ops::adaptiveRange(position, out, in);
        return {range.first, range.last - range.first, static_cast<float>(range.last - range.first)};
    }
    static simd::PoolSpan slidingSpan(const ops::Window& window, int dim, int64_t position, int64_t size, bool padded)
    {
        const auto u = static_cast<std::size_t>(dim);
        simd::PoolSpan span{0, 0, 0};
        for (int64_t tap = 0; tap < window.kernel[u]; ++tap) {
            const int64_t at = window.at(dim, position, tap);
            const bool inside = at >= 0 && at < size;
            if (inside && span.count++ == 0) span.first = at;
            if (inside || (padded && at < size + window.after[u])) ++span.divisor;
        }
        return span;
    }

    simd::PoolPlan m_plan{};
    std::array<std::vector<simd::PoolSpan>, 3> m_spans;
    int64_t m_planes;
};

std::unique_ptr<Kernel> prepareMax(const KernelRequest& request)
{
    const auto run = simd::functions().maxPool;
    return makeKernel(
        [run, pooling = Pooling(request, request.in(0).shape, request.out().shape, request.inputs[0])](const KernelArgs& args) {
            const simd::PoolPlan plan = pooling.plan();
            parallelItems(pooling.planes(), pooling.inSize(), [&](int64_t i) {
                run(plan, args.in<float>(0) + i * pooling.inSize(), args.out<float>() + i * pooling.outSize());
            });
        },
        "max_pool");
}

std::unique_ptr<Kernel> prepareMaxGrad(const KernelRequest& request)
{
    const auto run = simd::functions().maxPoolGrad;
    return makeKernel(
        [run, pooling = Pooling(request, request.in(0).shape, request.in(1).shape, request.inputs[0])](const KernelArgs& args) {
            const simd::PoolPlan plan = pooling.plan();
            parallelItems(pooling.planes(), pooling.inSize() * 2, [&](int64_t i) {
                run(plan, args.in<float>(0) + i * pooling.inSize(), args.in<float>(1) + i * pooling.outSize(),
                    args.out<float>() + i * pooling.inSize());
            });
        },
        "max_pool_grad");
}

std::unique_ptr<Kernel> prepareAverage(const KernelRequest& request)
{
    const auto run = simd::functions().avgPool;
    return makeKernel(
        [run, pooling = Pooling(request, request.in(0).shape, request.out().shape, request.inputs[0])](const KernelArgs& args) {
            const simd::PoolPlan plan = pooling.plan();
            parallelItems(pooling.planes(), pooling.inSize(), [&](int64_t i) {
                run(plan, args.in<float>(0) + i * pooling.inSize(), args.out<float>() + i * pooling.outSize());
            });
        },
        "avg_pool");
}

std::unique_ptr<Kernel> prepareAverageGrad(const KernelRequest& request)
{
    const auto run = simd::functions().avgPoolGrad;
    return makeKernel(
        [run, pooling = Pooling(request, request.out().shape, request.in(0).shape, request.inputs[0])](const KernelArgs& args) {
            const simd::PoolPlan plan = pooling.plan();
            parallelItems(pooling.planes(), pooling.inSize(), [&](int64_t i) {
                run(plan, args.in<float>(0) + i * pooling.outSize(), args.out<float>() + i * pooling.inSize());
            });
        },
        "avg_pool_grad");
}

bool accepts(const KernelRequest& request)
{
    const Blocked form = blockedForm(request.inputs[0]);
    return request.in(0).dtype == DType::F32 && form.ok && form.block <= 64 && request.in(0).count() > 0 && request.out().count() > 0;
}

LayoutWish follow(const KernelRequest& request)
{
    const Layout layout = blockedForm(request.inputs[0]).ok ? request.inputs[0].layout : Layout{};
    return {std::vector<Layout>(request.inputs.size(), layout), {layout}};
}

} // namespace

void install_pool(KernelTable& table)
{
    table["max_pool"] = table["adaptive_max_pool"] = {prepareMax, accepts, follow};
    table["max_pool_grad"] = table["adaptive_max_pool_grad"] = {prepareMaxGrad, accepts, follow};
    table["avg_pool"] = table["adaptive_avg_pool"] = {prepareAverage, accepts, follow};
    table["avg_pool_grad"] = table["adaptive_avg_pool_grad"] = {prepareAverageGrad, accepts, follow};
}

} // namespace ds::cpu
