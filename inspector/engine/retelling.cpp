// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/retelling.h"

#include <algorithm>

#include "core/train/metric.h"

namespace ds::inspector {

namespace {

constexpr std::size_t mostBatches = 4, mostBytes = std::size_t{16} << 20;

std::size_t bytesOf(const Feeds& batch)
{
    std::size_t bytes = 0;
    for (const Feed& feed : batch) bytes += feed.value.type().bytes();
    return bytes;
}

} // namespace

void Retelling::trained(const Feeds& batch, double loss)
{
    const std::size_t kept = std::clamp<std::size_t>(mostBytes / std::max<std::size_t>(1, bytesOf(batch)), 1, mostBatches);
    while (m_recent.size() >= kept) m_recent.pop_front();
    m_recent.emplace_back(batch, loss);
}

Status Retelling::tell(Learner& learner, Trace::Evaluation& evaluation) const
{
    if (m_recent.empty() || learner.document().training.number("ema_decay") > 0) return {};
    double trained = 0;
    MeanLoss retold;
    for (const auto& [batch, loss] : m_recent) {
        const Evaluation again = DS_TRY(learner.evaluate(batch));
        retold.add(again.losses, again.weights);
        trained += loss;
    }
    evaluation.trained = trained / static_cast<double>(m_recent.size());
    evaluation.retold = retold.value();
    return {};
}

} // namespace ds::inspector
