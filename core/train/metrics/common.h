// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <limits>

#include "core/train/metric.h"

namespace ds::metrics {

/// Class scores [N, C] or [N, C, ...] against class numbers; or one score a sample ([N], [N, 1], a logit) against 0 and 1.
Phrase classificationProblem(const TensorType& prediction, const TensorType& target);
/// Prediction and target of the same number of elements.
Phrase regressionProblem(const TensorType& prediction, const TensorType& target);

/// Calls item(score of each class, class) for each target that is a class; a single logit z counts as the scores (0, z).
/// Targets outside of the classes (ignored ones) are passed over.
template <class Item>
void forEachClassified(const MetricBatch& batch, Item item)
{
    const Shape& shape = batch.prediction.shape();
    const int64_t count = batch.target.count();
    const bool binary = batch.prediction.count() == count;
    const int64_t classes = binary ? 2 : shape[1], inner = binary ? 1 : shape.count(2, shape.rank());
    std::vector<double> scores(static_cast<std::size_t>(classes));
    for (int64_t i = 0; i < count; ++i) {
        const double target = batch.target.at(i);
        if (target < 0 || target >= static_cast<double>(classes)) continue;
        for (int64_t c = 0; c < classes; ++c)
            scores[static_cast<std::size_t>(c)] =
                binary ? (c ? batch.prediction.at(i) : 0.0) : batch.prediction.at((i / inner * classes + c) * inner + i % inner);
        item(scores, static_cast<int64_t>(target));
    }
}

/// The first of the largest.
inline int64_t argMax(const std::vector<double>& scores)
{
    int64_t best = 0;
    for (std::size_t c = 1; c < scores.size(); ++c)
        if (scores[c] > scores[static_cast<std::size_t>(best)]) best = static_cast<int64_t>(c);
    return best;
}

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

} // namespace ds::metrics
