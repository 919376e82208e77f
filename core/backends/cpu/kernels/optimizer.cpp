// SPDX-License-Identifier: Apache-2.0
// Optimiser steps over flat memory, whatever the layout of the parameter.
#include <algorithm>
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

/// What the gradient is multiplied by: the last input of the op, if it is there.
class GradScale {
public:
    explicit GradScale(const KernelRequest& request) : m_port(static_cast<int>(request.op.inputs.size()) - 1), m_given(request.has(m_port))
    {
    }
    float of(const KernelArgs& args) const { return m_given ? *args.in<float>(m_port) : 1.0f; }

private:
    int m_port;
    bool m_given;
};

/// The states of Adam and LAMB at this step.
struct Moments {
    explicit Moments(const KernelRequest& request)
        : scale(request), beta1(request.attrs.number("beta1")), beta2(request.attrs.number("beta2"))
    {
        fixed.beta1 = static_cast<float>(beta1);
        fixed.beta2 = static_cast<float>(beta2);
        fixed.rest1 = static_cast<float>(1 - beta1);
        fixed.rest2 = static_cast<float>(1 - beta2);
        fixed.epsilon = static_cast<float>(request.attrs.number("epsilon"));
        fixed.weightDecay = static_cast<float>(request.attrs.number("weight_decay"));
    }
    simd::AdamStep at(const KernelArgs& args) const
    {
        simd::AdamStep step = fixed;
        step.lr = *args.in<float>(4);
        step.scale = scale.of(args);
        const double t = static_cast<double>(*args.in<int64_t>(5));
        step.correction1 = static_cast<float>(1.0 - std::pow(beta1, t));
        step.correction2 = static_cast<float>(1.0 - std::pow(beta2, t));
        return step;
    }

    GradScale scale;
    double beta1, beta2;
    simd::AdamStep fixed{};
};

std::unique_ptr<Kernel> prepareAdam(const KernelRequest& request)
{
    Moments moments(request);
    moments.fixed.decoupled = request.attrs.boolean("decoupled");
    const int64_t count = storedCount(request.outputs[0]);
    const auto f = simd::functions().adam;
    return makeKernel(
        [=](const KernelArgs& args) {
            const simd::AdamStep step = moments.at(args);
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

std::unique_ptr<Kernel> prepareLamb(const KernelRequest& request)
{
    constexpr int64_t part = 16384; // norms are summed over parts of fixed size
    const Moments moments(request);
    const int64_t count = storedCount(request.outputs[0]), parts = (count + part - 1) / part;
    const simd::Functions f = simd::functions();
    return makeKernel(
        [=](const KernelArgs& args) {
            const simd::AdamStep step = moments.at(args);
            carry(args.inputs[0], args.outputs[0], count);
            carry(args.inputs[2], args.outputs[1], count);
            carry(args.inputs[3], args.outputs[2], count);
            float *p = args.out<float>(0), *m = args.out<float>(1), *v = args.out<float>(2);
            float *sums = static_cast<float*>(args.workspace), *direction = sums + 2 * parts;
            parallelItems(parts, part * 4, [&](int64_t i) {
                const int64_t at = i * part, n = std::min(part, count - at);
                f.lambDirection(step, p + at, args.in<float>(1) + at, m + at, v + at, direction + at, n);
                sums[2 * i] = f.sumSquaresRow(p + at, n);
                sums[2 * i + 1] = f.sumSquaresRow(direction + at, n);
            });
            double ofParameter = 0, ofDirection = 0;
            for (int64_t i = 0; i < parts; ++i) {
                ofParameter += sums[2 * i];
                ofDirection += sums[2 * i + 1];
            }
            const double trust = ofParameter > 0 && ofDirection > 0 ? std::sqrt(ofParameter / ofDirection) : 1;
            const auto factor = static_cast<float>(-trust * static_cast<double>(step.lr));
            parallelFor(count, grain, [&](int64_t begin, int64_t end) { f.addScaled(direction + begin, factor, p + begin, end - begin); });
        },
        "lamb", static_cast<std::size_t>(2 * parts + count) * sizeof(float));
}

std::unique_ptr<Kernel> prepareSgd(const KernelRequest& request)
{
    simd::SgdStep s{};
    s.momentum = static_cast<float>(request.attrs.number("momentum"));
    s.weightDecay = static_cast<float>(request.attrs.number("weight_decay"));
    s.nesterov = request.attrs.boolean("nesterov");
    const bool moving = request.has(3);
    const int64_t count = storedCount(request.outputs[0]);
    const auto f = simd::functions().sgd;
    const GradScale scale(request);
    return makeKernel(
        [=](const KernelArgs& args) {
            simd::SgdStep step = s;
            step.lr = *args.in<float>(2);
            step.scale = scale.of(args);
            carry(args.inputs[0], args.outputs[0], count);
            if (moving) carry(args.inputs[3], args.outputs[1], count);
            float *p = args.out<float>(0), *velocity = moving ? args.out<float>(1) : nullptr;
            parallelFor(count, grain, [&](int64_t begin, int64_t end) {
                f(step, p + begin, args.in<float>(1) + begin, velocity ? velocity + begin : nullptr, end - begin);
            });
        },
        "sgd");
}

std::unique_ptr<Kernel> prepareLion(const KernelRequest& request)
{
    const double beta1 = request.attrs.number("beta1"), beta2 = request.attrs.number("beta2");
    const simd::LionStep s{0,
                           static_cast<float>(beta1),
                           static_cast<float>(beta2),
                           static_cast<float>(1 - beta1),
                           static_cast<float>(1 - beta2),
                           static_cast<float>(request.attrs.number("weight_decay")),
                           1};
    const int64_t count = storedCount(request.outputs[0]);
    const auto f = simd::functions().lion;
    const GradScale scale(request);
    return makeKernel(
        [=](const KernelArgs& args) {
            simd::LionStep step = s;
            step.lr = *args.in<float>(3);
            step.scale = scale.of(args);
            carry(args.inputs[0], args.outputs[0], count);
            carry(args.inputs[2], args.outputs[1], count);
            float *p = args.out<float>(0), *m = args.out<float>(1);
            parallelFor(count, grain,
                        [&](int64_t begin, int64_t end) { f(step, p + begin, args.in<float>(1) + begin, m + begin, end - begin); });
        },
        "lion");
}

std::unique_ptr<Kernel> prepareAdagrad(const KernelRequest& request)
{
    const double slowing = request.attrs.number("lr_decay");
    const simd::AdagradStep s{0, static_cast<float>(request.attrs.number("weight_decay")),
                              static_cast<float>(request.attrs.number("epsilon")), 1};
    const int64_t count = storedCount(request.outputs[0]);
    const auto f = simd::functions().adagrad;
    const GradScale scale(request);
    return makeKernel(
        [=](const KernelArgs& args) {
            simd::AdagradStep step = s;
            step.scale = scale.of(args);
            step.lr =
                static_cast<float>(static_cast<double>(*args.in<float>(3)) / (1 + static_cast<double>(*args.in<int64_t>(4) - 1) * slowing));
            carry(args.inputs[0], args.outputs[0], count);
            carry(args.inputs[2], args.outputs[1], count);
            float *p = args.out<float>(0), *sum = args.out<float>(1);
            parallelFor(count, grain,
                        [&](int64_t begin, int64_t end) { f(step, p + begin, args.in<float>(1) + begin, sum + begin, end - begin); });
        },
        "adagrad");
}

std::unique_ptr<Kernel> prepareRmsProp(const KernelRequest& request)
{
    const double alpha = request.attrs.number("alpha");
    const simd::RmsPropStep s{0,
                              static_cast<float>(alpha),
                              static_cast<float>(1 - alpha),
                              static_cast<float>(request.attrs.number("weight_decay")),
                              static_cast<float>(request.attrs.number("epsilon")),
                              static_cast<float>(request.attrs.number("momentum")),
                              1};
    const bool moving = request.has(4), centred = request.has(5);
    const int64_t count = storedCount(request.outputs[0]);
    const auto f = simd::functions().rmsprop;
    const GradScale scale(request);
    return makeKernel(
        [=](const KernelArgs& args) {
            simd::RmsPropStep step = s;
            step.scale = scale.of(args);
            step.lr = *args.in<float>(3);
            carry(args.inputs[0], args.outputs[0], count);
            carry(args.inputs[2], args.outputs[1], count);
            if (moving) carry(args.inputs[4], args.outputs[2], count);
            if (centred) carry(args.inputs[5], args.outputs[3], count);
            float *p = args.out<float>(0), *square = args.out<float>(1);
            float *velocity = moving ? args.out<float>(2) : nullptr, *average = centred ? args.out<float>(3) : nullptr;
            parallelFor(count, grain, [&](int64_t begin, int64_t end) {
                f(step, p + begin, args.in<float>(1) + begin, square + begin, velocity ? velocity + begin : nullptr,
                  average ? average + begin : nullptr, end - begin);
            });
        },
        "rmsprop");
}

bool allFloat(const KernelRequest& request) { return request.in(0).dtype == DType::F32; }

} // namespace

void install_optimizer(KernelTable& table)
{
    table["adam"] = {prepareAdam, allFloat};
    table["lamb"] = {prepareLamb, allFloat};
    table["sgd"] = {prepareSgd, allFloat};
    table["lion"] = {prepareLion, allFloat};
    table["adagrad"] = {prepareAdagrad, allFloat};
    table["rmsprop"] = {prepareRmsProp, allFloat};
}

} // namespace ds::cpu
