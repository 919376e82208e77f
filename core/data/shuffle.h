// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace ds {

/// Fills `order` with a permutation of 0 .. order.size()-1 (at most 2^32 - 1) that is a function of the arguments only
/// (Fisher-Yates on Philox). `stream` separates purposes: splits and epochs.
void shuffledOrder(uint64_t seed, uint32_t stream, uint64_t epoch, std::vector<uint32_t>& order);

} // namespace ds
