// SPDX-License-Identifier: Apache-2.0
// Pooling over channels-first images, row-major or blocked over channels: the inner block, if any, is what the loops vectorise over.
// What each output covers is worked out once, so sliding and adaptive poolings run the same loops without tests for padding.
#include <array>
#include <numeric>
#include <utility>
#include <vector>

#include "core/backends/cpu/blocked.h"
#include "core/backends/cpu/half.h"
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

/// run(plan, inputs, output) for each plane; operands are planes of the size of x or of y.
template <std::size_t count, class Run>
std::unique_ptr<Kernel> planeKernel(const KernelRequest& request, Pooling pooling, const std::array<int64_t, count>& inSizes,
                                    int64_t outSize, const char* name, Run run)
{
    const DType dtype = request.in(0).dtype;
    const int64_t parts = partsFor(pooling.planes(), pooling.inSize());
    int64_t own = 0; // floats of converted planes
    if (dtype != DType::F32) own = std::accumulate(inSizes.begin(), inSizes.end(), outSize);
    return makeKernel(
        [=, pooling = std::move(pooling)](const KernelArgs& args) {
            const simd::PoolPlan plan = pooling.plan();
            parallelParts(parts, pooling.planes(), [&](int64_t part, int64_t begin, int64_t end) {
                for (int64_t i = begin; i < end; ++i) {
                    float* buffer = static_cast<float*>(args.workspace) + part * own;
                    std::array<const float*, count> inputs;
                    for (std::size_t k = 0; k < count; ++k) {
                        inputs[k] = readStretch(dtype, args.inputs[k], i * inSizes[k], inSizes[k], buffer);
                        if (own) buffer += inSizes[k];
                    }
                    float* y = writeStretch(dtype, args.outputs[0], i * outSize, buffer);
                    run(plan, inputs, y);
                    storeStretch(dtype, args.outputs[0], i * outSize, outSize, y);
                }
            });
        },
        name, static_cast<std::size_t>(parts * own) * sizeof(float));
}

std::unique_ptr<Kernel> prepareMax(const KernelRequest& request)
{
    const Pooling pooling(request, request.in(0).shape, request.out().shape, request.inputs[0]);
    const auto run = simd::functions().maxPool;
    return planeKernel<1>(request, pooling, {pooling.inSize()}, pooling.outSize(), "max_pool",
                          [=](const simd::PoolPlan& plan, const auto& x, float* y) { run(plan, x[0], y); });
}

std::unique_ptr<Kernel> prepareMaxGrad(const KernelRequest& request)
{
    const Pooling pooling(request, request.in(0).shape, request.in(1).shape, request.inputs[0]);
    const auto run = simd::functions().maxPoolGrad;
    return planeKernel<2>(request, pooling, {pooling.inSize(), pooling.outSize()}, pooling.inSize(), "max_pool_grad",
                          [=](const simd::PoolPlan& plan, const auto& x, float* dx) { run(plan, x[0], x[1], dx); });
}

std::unique_ptr<Kernel> prepareAverage(const KernelRequest& request)
{
    const Pooling pooling(request, request.in(0).shape, request.out().shape, request.inputs[0]);
    const auto run = simd::functions().avgPool;
    return planeKernel<1>(request, pooling, {pooling.inSize()}, pooling.outSize(), "avg_pool",
                          [=](const simd::PoolPlan& plan, const auto& x, float* y) { run(plan, x[0], y); });
}

std::unique_ptr<Kernel> prepareAverageGrad(const KernelRequest& request)
{
    const Pooling pooling(request, request.out().shape, request.in(0).shape, request.inputs[0]);
    const auto run = simd::functions().avgPoolGrad;
    return planeKernel<1>(request, pooling, {pooling.outSize()}, pooling.inSize(), "avg_pool_grad",
                          [=](const simd::PoolPlan& plan, const auto& grad, float* dx) { run(plan, grad[0], dx); });
}

bool accepts(const KernelRequest& request)
{
    const Blocked form = blockedForm(request.inputs[0]);
    return isComputed(request.in(0).dtype) && form.ok && form.block <= 64 && request.in(0).count() > 0 && request.out().count() > 0;
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
