// SPDX-License-Identifier: Apache-2.0
#include "core/train/sample_verdicts.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

namespace ds {

namespace {

constexpr std::size_t kept = 12;

bool easier(const SampleVerdict& a, const SampleVerdict& b) { return a.loss < b.loss; }
bool harder(const SampleVerdict& a, const SampleVerdict& b) { return a.loss > b.loss; }

template <class Before>
void keep(std::vector<SampleVerdict>& list, const SampleVerdict& verdict, Before before)
{
    if (list.size() == kept && !before(verdict, list.back())) return;
    list.insert(std::upper_bound(list.begin(), list.end(), verdict, before), verdict);
    if (list.size() > kept) list.pop_back();
}

/// Class scores [N, C] of row n: the greatest one and its probability.
void classify(SampleVerdict& verdict, const Tensor& scores, int64_t row)
{
    const int64_t classes = scores.shape()[1];
    double most = -std::numeric_limits<double>::infinity(), sum = 0;
    for (int64_t c = 0; c < classes; ++c)
        if (const double score = scores.at(row * classes + c); score > most) most = score, verdict.predicted = c;
    for (int64_t c = 0; c < classes; ++c) sum += std::exp(scores.at(row * classes + c) - most);
    verdict.probability = sum > 0 ? 1 / sum : 0;
}

Json listJson(const std::vector<SampleVerdict>& list)
{
    Json json = Json::array();
    for (const SampleVerdict& v : list) {
        json.push_back({{"index", v.index}, {"loss", std::isfinite(v.loss) ? Json(v.loss) : Json(nullptr)}});
        if (v.predicted >= 0) json.back().update({{"target", v.target}, {"predicted", v.predicted}, {"probability", v.probability}});
    }
    return json;
}

} // namespace

void SampleVerdicts::add(int64_t first, const Tensor& losses, const Tensor& prediction, const Tensor& target)
{
    if (prediction.shape().rank() < 1 || losses.count() != prediction.shape()[0]) return;
    const bool classes =
        prediction.shape().rank() == 2 && prediction.shape()[1] > 1 && target.count() == losses.count() && target.dtype() == DType::I64;
    for (int64_t i = 0; i < losses.count(); ++i) {
        SampleVerdict verdict{first + i, losses.at(i)};
        if (std::isnan(verdict.loss)) verdict.loss = std::numeric_limits<double>::infinity();
        const bool wanted = m_best.size() < kept || easier(verdict, m_best.back()) || harder(verdict, m_worst.back());
        if (!wanted) continue;
        if (classes) {
            classify(verdict, prediction, i);
            verdict.target = static_cast<int64_t>(target.at(i));
        }
        keep(m_best, verdict, easier);
        keep(m_worst, verdict, harder);
    }
}

std::vector<SampleVerdict> SampleVerdicts::best() const { return m_best; }
std::vector<SampleVerdict> SampleVerdicts::worst() const { return m_worst; }

Json verdictsJson(const EvaluationResult& result, const std::string& set)
{
    return {{"set", set}, {"best", listJson(result.best)}, {"worst", listJson(result.worst)}};
}

} // namespace ds
