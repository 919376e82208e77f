// SPDX-License-Identifier: Apache-2.0
// Labels that a model takes to be wrong. Northcutt, Jiang & Chuang, "Confident learning: estimating uncertainty in dataset labels", 2021.
#pragma once

#include <cstdint>
#include <vector>

#include "core/tensor/tensor.h"

namespace ds::inspector {

class ConfidentLearning {
public:
    /// Of so many samples in all, each k-th is kept where all would be more than a million probabilities.
    explicit ConfidentLearning(int64_t samples = 0) : m_samples(samples) {}

    /// Scores f32[N, C] before the softmax, labels i64[N], of samples that the model was not trained on. Others are passed over.
    void add(const Tensor& scores, const Tensor& labels);
    /// The share of samples that the model puts into another class with at least the probability that it usually gives to samples of
    /// that class, and with one half. nan without samples, or if the model is surer than it is right: then nobody knows.
    double suspectShare() const;

private:
    int64_t m_samples, m_seen = 0;
    std::vector<std::vector<float>> m_probabilities;
    std::vector<int64_t> m_labels;
};

} // namespace ds::inspector
