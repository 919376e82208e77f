// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/train/evaluator.h"

namespace ds {

/// Keeps the samples with the least and the greatest losses while batches pass.
class SampleVerdicts {
public:
    /// The batch begins with sample `first`; one loss a sample, or nothing is kept. A loss that is NaN is the worst.
    void add(int64_t first, const Tensor& losses, const Tensor& prediction, const Tensor& target);
    std::vector<SampleVerdict> best() const;
    std::vector<SampleVerdict> worst() const;

private:
    std::vector<SampleVerdict> m_best, m_worst;
};

/// {"set": name, "best": [...], "worst": [...]}, each {"index", "loss", "target", "predicted", "probability"}.
Json verdictsJson(const EvaluationResult& result, const std::string& set);

} // namespace ds
