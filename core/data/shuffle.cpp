// SPDX-License-Identifier: Apache-2.0
#include "core/data/shuffle.h"

#include <numeric>
#include <utility>

#include "core/base/philox.h"

namespace ds {

void shuffledOrder(uint64_t seed, uint32_t stream, uint64_t epoch, std::vector<uint32_t>& order)
{
    std::iota(order.begin(), order.end(), uint32_t{0});
    Rng rng(seed, stream, epoch);
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[rng.below(i)]);
}

} // namespace ds
