// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/data/transform_chain.h"

namespace ds {

/// Samples of another data set on which transforms have been at work, each time they are read. Random transforms give another sample
/// in each epoch, the same one whatever thread reads it, and again after a resume.
class TransformedDataset : public Dataset {
public:
    TransformedDataset(std::shared_ptr<const Dataset> plain, TransformChain chain, std::vector<TransformStep> steps, uint64_t seed);

    int64_t size() const override { return m_plain->size(); }
    const std::vector<Field>& fields() const override { return m_chain.fields(); }
    void read(int64_t index, std::span<void* const> out) const override { readInEpoch(0, index, out); }
    void readInEpoch(int64_t epoch, int64_t index, std::span<void* const> out) const override { m_chain.read(*m_plain, epoch, index, out); }
    /// With "transforms": what transformInputs() needs.
    Json fitted() const override;
    std::size_t residentBytes() const override { return m_plain->residentBytes(); }

    const std::shared_ptr<const Dataset>& plain() const { return m_plain; }
    /// Empty if some were left out.
    const std::vector<TransformStep>& steps() const { return m_steps; }
    uint64_t seed() const { return m_seed; }

private:
    std::shared_ptr<const Dataset> m_plain;
    TransformChain m_chain;
    std::vector<TransformStep> m_steps;
    uint64_t m_seed;
};

/// The data set below the transforms; itself if it has none.
std::shared_ptr<const Dataset> withoutTransforms(const std::shared_ptr<const Dataset>& dataset);

struct Transformed {
    std::shared_ptr<const Dataset> dataset; ///< the plain one if nothing happens to its samples
    Errors errors;                          ///< of steps that were left out
};
/// Training data: with random transforms, and transforms learn from them. Others get what those have learnt by `fitted`.
Transformed transformed(const std::shared_ptr<const Dataset>& plain, const std::vector<TransformStep>& steps, uint64_t seed, bool training,
                        const Json* fitted = nullptr);

/// What happens to validation data, for one encoded input: a tensor and a name for each input field. `fitted` is that of the training
/// data.
Result<std::vector<Tensor>> transformInputs(const std::vector<TransformStep>& steps, const std::vector<std::string>& names,
                                            std::vector<Tensor> values, const Json& fitted);

} // namespace ds
