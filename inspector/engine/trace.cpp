// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/trace.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace ds::inspector {

namespace {

constexpr std::size_t mostLooks = 256; // of one tensor; of the older half every second one is then forgotten

void thinOut(std::vector<Trace::Look>& looks)
{
    std::vector<Trace::Look> kept;
    for (std::size_t i = 0; i < looks.size(); ++i)
        if (i >= mostLooks / 2 || i % 2 == 0) kept.push_back(looks[i]);
    looks = std::move(kept);
}

} // namespace

void Trace::add(const std::vector<Sight>& sights)
{
    for (const Sight& sight : sights) {
        const auto [at, isNew] = m_places.try_emplace({sight.name, sight.quantity}, m_series.size());
        if (isNew) m_series.push_back({sight.name, sight.quantity, sight.function, sight.source, {}});
        std::vector<Look>& looks = m_series[at->second].looks;
        // Nearly always at the end; a step that was made again comes later.
        auto place = looks.end();
        while (place != looks.begin() && (place - 1)->update >= sight.update) --place;
        if (place != looks.end() && place->update == sight.update) *place = {sight.update, sight.statistics};
        else looks.insert(place, {sight.update, sight.statistics});
        if (looks.size() > mostLooks) thinOut(looks);
    }
}

void Trace::add(const Evaluation& evaluation)
{
    auto place = m_evaluations.end();
    while (place != m_evaluations.begin() && (place - 1)->update >= evaluation.update) --place;
    if (place == m_evaluations.end() || place->update != evaluation.update) {
        m_evaluations.insert(place, evaluation);
        return;
    }
    for (const auto figure : {&Evaluation::loss, &Evaluation::trained, &Evaluation::retold, &Evaluation::suspects})
        if (!std::isnan(evaluation.*figure)) (*place).*figure = evaluation.*figure;
}

Trace Trace::until(int64_t update) const
{
    Trace trace = *this;
    const auto later = [update](const auto& one) { return one.update > update; };
    std::erase_if(trace.m_steps, later);
    std::erase_if(trace.m_evaluations, later);
    std::erase_if(trace.m_deviceReports, later);
    for (Series& series : trace.m_series) std::erase_if(series.looks, later);
    std::erase_if(trace.m_series, [](const Series& series) { return series.looks.empty(); });
    trace.m_places.clear();
    for (std::size_t i = 0; i < trace.m_series.size(); ++i) trace.m_places[{trace.m_series[i].name, trace.m_series[i].quantity}] = i;
    if (m_failure && later(*m_failure)) trace.m_failure.reset();
    return trace;
}

const Trace::Series* Trace::find(const std::string& name, Quantity quantity) const
{
    const auto at = m_places.find({name, quantity});
    return at == m_places.end() ? nullptr : &m_series[at->second];
}

Json failureToJson(const Trace::Failure& failure)
{
    const auto& [update, where, origin] = failure;
    Json json{{"layer", where.layer}, {"op", where.op}, {"parameter", where.parameter}};
    if (origin) json["origin"] = originToJson(*origin);
    return json;
}

Trace::Failure failureFromJson(const Json& json, int64_t update)
{
    Trace::Failure failure{update, {json.at("layer"), json.at("op"), json.at("parameter")}, {}};
    if (const auto origin = json.find("origin"); origin != json.end()) failure.origin = originFromJson(*origin);
    return failure;
}

} // namespace ds::inspector
