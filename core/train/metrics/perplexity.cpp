// SPDX-License-Identifier: Apache-2.0
#include "core/train/metrics/common.h"

namespace ds {

namespace {

class Perplexity : public Metric {
public:
    void add(const MetricBatch& batch) override { m_loss.add(batch.losses, batch.weights); }
    double value() const override { return m_loss.count > 0 ? std::exp(m_loss.value()) : metrics::nothing; }

private:
    MeanLoss m_loss;
};

} // namespace

extern const MetricSpec metric_perplexity = {
    .name = "perplexity",
    .doc = "exp of the mean loss: among how many equally likely words the model is undecided, if the loss is cross_entropy.",
    .higherIsBetter = false,
    .problem = [](const TensorType&, const TensorType&) { return Phrase(); },
    .create = []() -> std::unique_ptr<Metric> { return std::make_unique<Perplexity>(); },
};

} // namespace ds
