// SPDX-License-Identifier: Apache-2.0
#include "core/train/metrics/common.h"

namespace ds::metrics {

Phrase classificationProblem(const TensorType& prediction, const TensorType& target)
{
    const int64_t classes = prediction.shape.rank() >= 2 ? prediction.shape[1] : 1;
    if (prediction.count() == target.count() || prediction.count() == target.count() * classes) return {};
    return phrase("Training", "needs class scores [N, C] and class numbers [N], got %1 and %2").with({prediction.text(), target.text()});
}

Phrase regressionProblem(const TensorType& prediction, const TensorType& target)
{
    if (prediction.count() == target.count()) return {};
    return phrase("Training", "needs a prediction of the target's size, got %1 and %2").with({prediction.text(), target.text()});
}

} // namespace ds::metrics
