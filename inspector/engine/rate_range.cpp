// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rate_range.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/train/batch_feed.h"

namespace ds::inspector {

namespace {

constexpr double memory = 0.9;   // of the smoothed loss
constexpr double tooLarge = 4;   // times the least loss: it diverges
constexpr std::size_t first = 8; // losses before which nothing is judged

} // namespace

void judgeRates(RateRange& range)
{
    range.smoothed.clear();
    double mean = 0, weight = 0;
    for (const double loss : range.losses) {
        mean = memory * mean + (1 - memory) * loss;
        weight = memory * weight + (1 - memory);
        range.smoothed.push_back(mean / weight); // the first ones are no nearer to 0 than others
    }
    range.suggested = range.highest = 0;
    const std::vector<double>& s = range.smoothed;
    if (s.size() <= first) return;
    const auto least = static_cast<std::size_t>(std::min_element(s.begin() + first, s.end()) - s.begin());
    double steepest = 0;
    for (std::size_t i = first; i <= least && i + 1 < s.size(); ++i) {
        const double slope = (s[i + 1] - s[i - 1]) / std::log(range.rates[i + 1] / range.rates[i - 1]);
        if (slope < steepest) steepest = slope, range.suggested = range.rates[i];
    }
    if (range.suggested > 0) range.highest = range.rates[least];
}

Result<RateRange> findRateRange(RunParts& parts, const RateRangeSettings& settings, const std::function<void(int64_t)>& progress)
{
    RateRange range;
    Learner& learner = *parts.learner;
    BatchFeed feed(parts);
    const double factor = std::pow(settings.highest / settings.lowest, 1.0 / static_cast<double>(std::max<int64_t>(1, settings.steps - 1)));
    double rate = settings.lowest, best = std::numeric_limits<double>::infinity();
    for (int64_t update = 0; update < settings.steps; ++update, rate *= factor) {
        double loss = 0;
        for (int64_t part = 0; part < parts.accumulate; ++part) {
            const Result<StepResult> step = learner.step(feed.next(), rate);
            if (!step && learner.lastNotFinite().layer.empty()) return step.error();
            loss += step ? step->loss : std::numeric_limits<double>::infinity();
        }
        loss /= static_cast<double>(parts.accumulate);
        range.diverged = !std::isfinite(loss);
        if (range.diverged) break;
        range.rates.push_back(rate);
        range.losses.push_back(loss);
        if (progress) progress(update + 1);
        judgeRates(range);
        best = std::min(best, range.smoothed.back());
        range.diverged = range.losses.size() > first && range.smoothed.back() > tooLarge * best;
        if (range.diverged) break;
    }
    judgeRates(range);
    return range;
}

Json rateRangeToJson(const RateRange& range) { return {{"rates", range.rates}, {"losses", range.losses}, {"diverged", range.diverged}}; }

Result<RateRange> rateRangeFromJson(const Json& json)
{
    RateRange range;
    try {
        json.at("rates").get_to(range.rates);
        json.at("losses").get_to(range.losses);
        json.at("diverged").get_to(range.diverged);
    } catch (const Json::exception&) {
        range.rates.push_back(0);
    }
    if (range.rates.size() != range.losses.size()) return Error{phrase("Records", "what the Inspector has recorded is damaged"), "", ""};
    judgeRates(range);
    return range;
}

} // namespace ds::inspector
