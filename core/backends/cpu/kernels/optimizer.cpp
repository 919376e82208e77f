// SPDX-License-Identifier: Apache-2.0
// Optimiser steps over flat memory, whatever the layout of the parameter.
#include <cmath>
#include <cstring>

#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

constexpr int64_t grain = 8192;

void carry(const void* from, void* to, int64_t count)
{
    if (from != to) std::memcpy(to, from, static_cast<std::size_t>(count) * sizeof(float));
}

std::unique_ptr<Kernel> prepareAdam(const KernelRequest& request)
{
    simd::AdamStep s{};
    const double beta1 = request.attrs.number("beta1"), beta2 = request.attrs.number("beta2");
    s.beta1 = static_cast<float>(beta1);
    s.beta2 = static_cast<float>(beta2);
    s.rest1 = static_cast<float>(1 - beta1);
    s.rest2 = static_cast<float>(1 - beta2);
    s.epsilon = static_cast<float>(request.attrs.number("epsilon"));
    s.weightDecay = static_cast<float>(request.attrs.number("weight_decay"));
    s.decoupled = request.attrs.boolean("decoupled");
    const int64_t count = storedCount(request.outputs[0]);
    const auto f = simd::functions().adam;
    return makeKernel(
        [=](const KernelArgs& args) {
            simd::AdamStep step = s;
            step.lr = *args.in<float>(4);
            const double t = static_cast<double>(*args.in<int64_t>(5));
            step.correction1 = static_cast<float>(1.0 - std::pow(beta1, t));
            step.correction2 = static_cast<float>(1.0 - std::pow(beta2, t));
            // inputs: parameter, gradient, m, v; in place unless the memory plan could not arrange it
            carry(args.inputs[0], args.outputs[0], count);
            carry(args.inputs[2], args.outputs[1], count);
            carry(args.inputs[3], args.outputs[2], count);
            float *p = args.out<float>(0), *m = args.out<float>(1), *v = args.out<float>(2);
            parallelFor(count, grain, [&](int64_t begin, int64_t end) {
                f(step, p + begin, args.in<float>(1) + begin, m + begin, v + begin, end - begin);
            });
        },
        "adam");
}

bool allFloat(const KernelRequest& request) { return request.in(0).dtype == DType::F32; }

} // namespace

void install_optimizer(KernelTable& table) { table["adam"] = {prepareAdam, allFloat}; }

} // namespace ds::cpu
