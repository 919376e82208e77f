// SPDX-License-Identifier: Apache-2.0
#include "core/train/metrics/common.h"

namespace ds::metrics {

std::string classificationProblem(const TensorType& prediction, const TensorType& target)
{
    const int64_t classes = prediction.shape.rank() >= 2 ? prediction.shape[1] : 1;
    if (prediction.count() == target.count() || prediction.count() == target.count() * classes) return {};
    return "needs class scores [N, C] and class numbers [N], got " + prediction.text() + " and " + target.text();
}

std::string regressionProblem(const TensorType& prediction, const TensorType& target)
{
    if (prediction.count() == target.count()) return {};
    return "needs a prediction of the target's size, got " + prediction.text() + " and " + target.text();
}

} // namespace ds::metrics
