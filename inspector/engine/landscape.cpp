// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/landscape.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "core/base/philox.h"
#include "core/data/loader.h"
#include "core/train/metric.h"

namespace ds::inspector {

namespace {

/// A parameter that moves: where it stands, and how far each direction goes.
struct Moving {
    std::string name;
    Tensor weight;
    std::vector<float> directions[2];
};

/// Normally distributed, as long as the filter itself.
std::vector<float> directionOf(const Tensor& weight, const Philox& random)
{
    const auto values = weight.span<float>();
    std::vector<float> direction(values.size());
    for (std::size_t i = 0; i < direction.size(); ++i) direction[i] = static_cast<float>(random.normal(i));
    // Of matrices [features, units] a filter is a column, of the weights of convolutions [filters, ...] what the first axis tells apart.
    const bool matrix = weight.shape().rank() == 2;
    const auto filters = static_cast<std::size_t>(matrix ? weight.shape()[1] : weight.shape()[0]);
    const std::size_t each = values.size() / std::max<std::size_t>(1, filters);
    const auto filterOf = [&](std::size_t number) { return matrix ? number % filters : number / each; };
    std::vector<double> own(filters), drawn(filters);
    for (std::size_t i = 0; i < values.size(); ++i) {
        own[filterOf(i)] += static_cast<double>(values[i]) * values[i];
        drawn[filterOf(i)] += static_cast<double>(direction[i]) * direction[i];
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t filter = filterOf(i);
        direction[i] *= static_cast<float>(drawn[filter] > 0 ? std::sqrt(own[filter] / drawn[filter]) : 0);
    }
    return direction;
}

std::vector<Moving> movingOf(Learner& learner, uint64_t seed)
{
    // What is evaluated are the averages, where these are kept.
    const bool averaged = learner.document().training.number("ema_decay") > 0;
    std::vector<Moving> list;
    for (const StateStore::Entry& entry : learner.states().entries()) {
        const bool evaluated = averaged ? entry.name.starts_with("ema.") : entry.kind == InputKind::Parameter;
        if (!evaluated || entry.type.shape.rank() < 2 || entry.type.dtype != DType::F32) continue;
        Moving moving{entry.name, learner.states().read(entry), {}};
        for (uint32_t direction = 0; direction < 2; ++direction)
            moving.directions[direction] = directionOf(moving.weight, Philox(seed, direction, list.size()));
        list.push_back(std::move(moving));
    }
    return list;
}

Status moveTo(Learner& learner, const std::vector<Moving>& list, double a, double b)
{
    for (const Moving& moving : list) {
        Tensor moved = moving.weight.clone();
        const auto values = moved.span<float>();
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] += static_cast<float>(a) * moving.directions[0][i] + static_cast<float>(b) * moving.directions[1][i];
        DS_TRY(learner.states().write(moving.name, moved));
    }
    return {};
}

Result<double> lossOf(Learner& learner, const std::vector<Feeds>& batches)
{
    MeanLoss loss;
    for (const Feeds& feeds : batches) {
        const Evaluation result = DS_TRY(learner.evaluate(feeds));
        loss.add(result.losses, result.weights);
    }
    return std::isfinite(loss.value()) ? loss.value() : std::numeric_limits<double>::infinity();
}

} // namespace

Result<Landscape> findLandscape(Learner& learner, const std::shared_ptr<const Dataset>& data, int64_t batchSize,
                                const LandscapeSettings& settings, const std::function<void(int64_t)>& progress)
{
    std::vector<Feeds> batches;
    DataLoader loader(data, {std::min(batchSize, data->size()), true, false, settings.seed, 0, 1});
    Batch batch;
    for (int64_t seen = 0; seen < settings.samples && loader.next(batch); seen += batch.size()) {
        Feeds feeds;
        for (std::size_t i = 0; i < batch.fields.size(); ++i) feeds.push_back({data->fields()[i].name, batch.fields[i].clone()});
        batches.push_back(std::move(feeds));
    }
    DS_TRY(lossOf(learner, {batches.front()})); // with it all parameters are there
    const std::vector<Moving> moving = movingOf(learner, settings.seed);
    Landscape landscape{settings.span, settings.points | 1, {}};
    const int half = landscape.points / 2;
    for (int row = -half; row <= half; ++row)
        for (int column = -half; column <= half; ++column) {
            DS_TRY(moveTo(learner, moving, settings.span * column / std::max(1, half), settings.span * row / std::max(1, half)));
            landscape.losses.push_back(DS_TRY(lossOf(learner, batches)));
            if (progress) progress(static_cast<int64_t>(landscape.losses.size()));
        }
    DS_TRY(moveTo(learner, moving, 0, 0));
    return landscape;
}

} // namespace ds::inspector
