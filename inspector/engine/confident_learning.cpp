// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/confident_learning.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ds::inspector {

void ConfidentLearning::add(const Tensor& scores, const Tensor& labels)
{
    if (scores.shape().rank() != 2 || labels.dtype() != DType::I64 || labels.count() != scores.shape()[0]) return;
    const auto classes = static_cast<std::size_t>(scores.shape()[1]);
    constexpr int64_t most = int64_t{1} << 20; // probabilities
    const int64_t every = std::max<int64_t>(1, (m_samples * scores.shape()[1] + most - 1) / most);
    const Tensor wide = scores.to(DType::F32).contiguous(), flat = labels.contiguous();
    const auto numbers = wide.span<float>();
    for (std::size_t i = 0; i < static_cast<std::size_t>(flat.count()); ++i) {
        if (m_seen++ % every != 0) continue;
        const int64_t label = flat.span<int64_t>()[i];
        if (label < 0 || static_cast<std::size_t>(label) >= classes) continue;
        const auto row = numbers.subspan(i * classes, classes);
        const float largest = *std::max_element(row.begin(), row.end());
        std::vector<float> probabilities;
        float sum = 0;
        for (const float score : row) sum += probabilities.emplace_back(std::exp(score - largest));
        for (float& probability : probabilities) probability /= sum;
        m_probabilities.push_back(std::move(probabilities));
        m_labels.push_back(label);
    }
}

double ConfidentLearning::suspectShare() const
{
    if (m_labels.empty()) return std::numeric_limits<double>::quiet_NaN();
    const std::size_t classes = m_probabilities.front().size();
    std::vector<double> usual(classes), count(classes);
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const auto label = static_cast<std::size_t>(m_labels[i]);
        usual[label] += double{m_probabilities[i][label]};
        ++count[label];
    }
    // Who is not more likely right than wrong is not sure.
    for (std::size_t c = 0; c < classes; ++c) usual[c] = count[c] > 0 ? std::max(0.5, usual[c] / count[c]) : 2;
    double suspects = 0, confidence = 0, right = 0;
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const std::vector<float>& row = m_probabilities[i];
        const auto label = static_cast<std::size_t>(m_labels[i]),
                   likeliest = static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
        confidence += double{row[likeliest]};
        right += likeliest == label;
        // Of the classes that reach their usual probability, the likeliest.
        std::size_t taken = classes;
        for (std::size_t c = 0; c < classes; ++c)
            if (double{row[c]} >= usual[c] && (taken == classes || row[c] > row[taken])) taken = c;
        suspects += taken < classes && taken != label;
    }
    const auto samples = static_cast<double>(m_labels.size());
    constexpr double overconfident = 0.1;
    if ((confidence - right) / samples > overconfident) return std::numeric_limits<double>::quiet_NaN();
    return suspects / samples;
}

} // namespace ds::inspector
