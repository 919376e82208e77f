// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/data/dataset.h"

namespace ds {

/// Some samples of another dataset, in the order given.
class SubsetDataset : public Dataset {
public:
    SubsetDataset(std::shared_ptr<const Dataset> whole, std::vector<uint32_t> indices)
        : m_whole(std::move(whole)), m_indices(std::move(indices))
    {
    }

    int64_t size() const override { return static_cast<int64_t>(m_indices.size()); }
    const std::vector<Field>& fields() const override { return m_whole->fields(); }
    void read(int64_t index, std::span<void* const> out) const override { m_whole->read(m_indices[static_cast<std::size_t>(index)], out); }
    void readInEpoch(int64_t epoch, int64_t index, std::span<void* const> out) const override
    {
        m_whole->readInEpoch(epoch, m_indices[static_cast<std::size_t>(index)], out);
    }
    Json fitted() const override;
    std::size_t residentBytes() const override;

    const std::vector<uint32_t>& indices() const { return m_indices; }

private:
    std::shared_ptr<const Dataset> m_whole;
    std::vector<uint32_t> m_indices;
};

struct Split {
    std::shared_ptr<const SubsetDataset> kept, splitOff;
};

/// Splits off a random share in (0, 1) of the samples, a function of the seed only. Both parts keep the samples in their
/// order and at least one sample each; what was learnt from the data is learnt again from the part that is kept. An error if there are
/// fewer than two samples or the share is out of range.
Result<Split> splitOff(const std::shared_ptr<const Dataset>& whole, double share, uint64_t seed);

} // namespace ds
