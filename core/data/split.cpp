// SPDX-License-Identifier: Apache-2.0
#include "core/data/split.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/philox.h"
#include "core/data/shuffle.h"

namespace ds {

Json SubsetDataset::fitted() const { return m_whole->fitted(); }

std::size_t SubsetDataset::residentBytes() const { return m_whole->residentBytes() + m_indices.capacity() * sizeof(uint32_t); }

Result<Split> splitOff(const std::shared_ptr<const Dataset>& whole, double share, uint64_t seed)
{
    const int64_t size = whole->size();
    if (!(share > 0 && share < 1))
        return Error{phrase("Data", "the share to split off must be between 0 and 1, got %1").with({attrText(share)}), "", ""};
    if (size < 2) return Error{phrase("Data", "there are too few samples to split some off: %1").with({std::to_string(size)}), "", ""};
    if (size > INT64_C(0xffffffff))
        return Error{phrase("Data", "more than 4 thousand million samples cannot be split"), "", phrase("Data", "Name a validation file.")};
    const int64_t count = std::clamp<int64_t>(std::llround(share * static_cast<double>(size)), 1, size - 1);
    std::vector<uint32_t> order(static_cast<std::size_t>(size));
    shuffledOrder(seed, streamOf("split", 5), 0, order);
    std::vector<uint32_t> kept(order.begin() + count, order.end());
    order.resize(static_cast<std::size_t>(count));
    order.shrink_to_fit();
    std::sort(kept.begin(), kept.end());
    std::sort(order.begin(), order.end());
    const std::shared_ptr<const Dataset> fitted = whole->fittedTo(kept);
    const std::shared_ptr<const Dataset>& source = fitted ? fitted : whole;
    return Split{std::make_shared<SubsetDataset>(source, std::move(kept)), std::make_shared<SubsetDataset>(source, std::move(order))};
}

} // namespace ds
