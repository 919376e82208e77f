// SPDX-License-Identifier: Apache-2.0
// Figures measured on validation and test data. Each is one file in metrics/.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/tensor/tensor.h"

namespace ds {

/// One batch as a metric sees it.
struct MetricBatch {
    const Tensor& prediction; ///< what the model gives, before any softmax
    const Tensor& target;
    const Tensor& losses;  ///< of each item
    const Tensor& weights; ///< what each loss counts in their mean; undefined: all the same
};

/// The mean over batches of losses that need not count alike.
struct MeanLoss {
    double sum = 0, count = 0;

    void add(const Tensor& losses, const Tensor& weights);
    double value() const { return sum / count; }
};

/// Collects batches; then gives its figure.
class Metric {
public:
    virtual ~Metric() = default;
    virtual void add(const MetricBatch& batch) = 0;
    /// NaN if there was nothing to measure.
    virtual double value() const = 0;
    /// More than a number, for views: the confusion matrix. Null if there is nothing more.
    virtual Json details() const;
};

struct MetricSpec {
    std::string_view name, doc;
    bool higherIsBetter = true;
    /// Empty if the metric fits these shapes, else what is wrong.
    Phrase (*problem)(const TensorType& prediction, const TensorType& target);
    std::unique_ptr<Metric> (*create)();
};

const std::vector<const MetricSpec*>& allMetrics();
const MetricSpec* findMetric(std::string_view name);
std::vector<std::string_view> metricNames();

} // namespace ds
