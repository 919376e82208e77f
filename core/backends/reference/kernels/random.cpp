// SPDX-License-Identifier: Apache-2.0
#include "core/backends/reference/kernels/indexing.h"
#include "core/base/philox.h"

namespace ds::reference {

namespace {

Philox numbersOf(const Call& c) { return {c.step.seed, static_cast<uint32_t>(c.attrs.integer("stream")), c.step.step}; }

void uniform(Call& c)
{
    const Philox numbers = numbersOf(c);
    const double low = c.attrs.number("low"), high = c.attrs.number("high");
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, low + (high - low) * numbers.uniform(static_cast<uint64_t>(i)));
}

void normal(Call& c)
{
    const Philox numbers = numbersOf(c);
    const double mean = c.attrs.number("mean"), std = c.attrs.number("std");
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, mean + std * numbers.normal(static_cast<uint64_t>(i)));
}

void bernoulli(Call& c)
{
    const Philox numbers = numbersOf(c);
    const auto probability = static_cast<float>(c.attrs.number("probability"));
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, numbers.uniform(static_cast<uint64_t>(i)) < probability);
}

void dropout(Call& c)
{
    const Philox numbers = numbersOf(c);
    const double rate = c.attrs.number("rate"), scale = rate < 1 ? 1 / (1 - rate) : 0;
    for (int64_t i = 0; i < c.out().count(); ++i) {
        const bool keep = numbers.uniform(static_cast<uint64_t>(i)) >= static_cast<float>(rate);
        c.out().set(i, keep ? c.in(0)[i] * scale : 0);
    }
}

} // namespace

void install_random(KernelTable& table)
{
    table["random_uniform"] = uniform;
    table["random_normal"] = normal;
    table["bernoulli"] = bernoulli;
    table["dropout"] = dropout;
}

} // namespace ds::reference
