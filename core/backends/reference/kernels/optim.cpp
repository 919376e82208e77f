// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <vector>

#include "core/backends/reference/kernels/indexing.h"

namespace ds::reference {

namespace {

/// An element of the gradient, times the factor that the input `scale` may give.
double gradient(const Call& c, int64_t i, int scale) { return c.in(1)[i] * (c.has(scale) ? c.in(scale)[0] : 1.0); }

void sgd(Call& c)
{
    const double momentum = c.attrs.number("momentum"), decay = c.attrs.number("weight_decay"), lr = c.in(2)[0];
    const bool nesterov = c.attrs.boolean("nesterov");
    for (int64_t i = 0; i < c.out().count(); ++i) {
        const double param = c.in(0)[i], g = gradient(c, i, 4) + decay * param;
        double step = g;
        if (c.has(3)) {
            const double velocity = momentum * c.in(3)[i] + g;
            step = nesterov ? g + momentum * velocity : velocity;
            c.out(1).set(i, velocity);
        }
        c.out().set(i, param - lr * step);
    }
}

/// The moments of Adam and LAMB after this update, corrected for their start at 0.
struct Moments {
    double m, v, mean, square;
};

Moments momentsOf(const Call& c, int64_t i, double g)
{
    const double beta1 = c.attrs.number("beta1"), beta2 = c.attrs.number("beta2"), step = c.in(5)[0];
    const double m = beta1 * c.in(2)[i] + (1 - beta1) * g, v = beta2 * c.in(3)[i] + (1 - beta2) * g * g;
    return {m, v, m / (1 - std::pow(beta1, step)), v / (1 - std::pow(beta2, step))};
}

void adam(Call& c)
{
    const double decay = c.attrs.number("weight_decay"), epsilon = c.attrs.number("epsilon"), lr = c.in(4)[0];
    const bool decoupled = c.attrs.boolean("decoupled");
    for (int64_t i = 0; i < c.out().count(); ++i) {
        double param = c.in(0)[i], g = gradient(c, i, 6);
        if (decoupled) param *= 1 - lr * decay;
        else g += decay * param;
        const Moments moments = momentsOf(c, i, g);
        c.out(0).set(i, param - lr * moments.mean / (std::sqrt(moments.square) + epsilon));
        c.out(1).set(i, moments.m);
        c.out(2).set(i, moments.v);
    }
}

void lamb(Call& c)
{
    const double decay = c.attrs.number("weight_decay"), epsilon = c.attrs.number("epsilon"), lr = c.in(4)[0];
    std::vector<double> direction(static_cast<std::size_t>(c.out().count())), params(direction.size());
    double paramNorm = 0, directionNorm = 0;
    for (int64_t i = 0; i < c.out().count(); ++i) {
        const auto n = static_cast<std::size_t>(i);
        const Moments moments = momentsOf(c, i, gradient(c, i, 6));
        params[n] = c.in(0)[i];
        direction[n] = moments.mean / (std::sqrt(moments.square) + epsilon) + decay * params[n];
        paramNorm += params[n] * params[n];
        directionNorm += direction[n] * direction[n];
        c.out(1).set(i, moments.m);
        c.out(2).set(i, moments.v);
    }
    const double trust = paramNorm > 0 && directionNorm > 0 ? std::sqrt(paramNorm / directionNorm) : 1;
    for (int64_t i = 0; i < c.out().count(); ++i)
        c.out(0).set(i, params[static_cast<std::size_t>(i)] - lr * trust * direction[static_cast<std::size_t>(i)]);
}

void lion(Call& c)
{
    const double beta1 = c.attrs.number("beta1"), beta2 = c.attrs.number("beta2"), decay = c.attrs.number("weight_decay"), lr = c.in(3)[0];
    for (int64_t i = 0; i < c.out().count(); ++i) {
        const double param = c.in(0)[i], g = gradient(c, i, 4), m = c.in(2)[i];
        const double mixed = beta1 * m + (1 - beta1) * g;
        c.out(0).set(i, param - lr * ((mixed > 0) - (mixed < 0) + decay * param));
        c.out(1).set(i, beta2 * m + (1 - beta2) * g);
    }
}

void adagrad(Call& c)
{
    const double decay = c.attrs.number("weight_decay"), epsilon = c.attrs.number("epsilon");
    const double lr = c.in(3)[0] / (1 + (c.in(4)[0] - 1) * c.attrs.number("lr_decay"));
    for (int64_t i = 0; i < c.out().count(); ++i) {
        const double param = c.in(0)[i], g = gradient(c, i, 5) + decay * param, sum = c.in(2)[i] + g * g;
        c.out(0).set(i, param - lr * g / (std::sqrt(sum) + epsilon));
        c.out(1).set(i, sum);
    }
}

void rmsprop(Call& c)
{
    const double alpha = c.attrs.number("alpha"), decay = c.attrs.number("weight_decay"), epsilon = c.attrs.number("epsilon");
    const double lr = c.in(3)[0];
    for (int64_t i = 0; i < c.out().count(); ++i) {
        const double param = c.in(0)[i], g = gradient(c, i, 6) + decay * param;
        const double square = alpha * c.in(2)[i] + (1 - alpha) * g * g;
        double spread = square;
        if (c.has(5)) {
            const double average = alpha * c.in(5)[i] + (1 - alpha) * g;
            spread -= average * average;
            c.out(3).set(i, average);
        }
        double step = g / (std::sqrt(spread) + epsilon);
        if (c.has(4)) {
            step += c.attrs.number("momentum") * c.in(4)[i];
            c.out(2).set(i, step);
        }
        c.out(0).set(i, param - lr * step);
        c.out(1).set(i, square);
    }
}

} // namespace

void install_optim(KernelTable& table)
{
    table["sgd"] = sgd;
    table["adam"] = adam;
    table["lamb"] = lamb;
    table["lion"] = lion;
    table["adagrad"] = adagrad;
    table["rmsprop"] = rmsprop;
}

} // namespace ds::reference
