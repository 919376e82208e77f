// SPDX-License-Identifier: Apache-2.0
#include "core/backends/reference/kernel.h"
#include "core/ops/nn/recurrent_plain.h"

namespace ds::reference {

namespace {

void store(Array& array, const std::vector<double>& values)
{
    for (int64_t i = 0; i < array.count(); ++i) array.set(i, values[static_cast<std::size_t>(i)]);
}

template <const ops::RecurrentKind& kind>
void recurrent(Call& c)
{
    std::vector<std::vector<double>> inputs(c.inputs.size());
    for (int i = 0; i < static_cast<int>(inputs.size()); ++i)
        for (int64_t k = 0; c.has(i) && k < c.in(i).count(); ++k) inputs[static_cast<std::size_t>(i)].push_back(c.in(i)[k]);
    const ops::PlainRecurrent result = ops::plainRecurrent(kind, c.attrs, c.in(0).shape(), c.out().shape()[2], inputs);
    store(c.out(), result.y);
    for (int s = 0; s < kind.states; ++s) store(c.out(1 + s), result.states[static_cast<std::size_t>(s)]);
    if (kind.tape) store(c.out(kind.tapeOutput()), result.tape);
}

} // namespace

void install_recurrent(KernelTable& table)
{
    table["rnn"] = recurrent<ops::rnnKind>;
    table["lstm"] = recurrent<ops::lstmKind>;
    table["gru"] = recurrent<ops::gruKind>;
}

} // namespace ds::reference
