// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/trace.h"

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
        looks.push_back({sight.update, sight.statistics});
        if (looks.size() > mostLooks) thinOut(looks);
    }
}

const Trace::Series* Trace::find(const std::string& name, Quantity quantity) const
{
    const auto at = m_places.find({name, quantity});
    return at == m_places.end() ? nullptr : &m_series[at->second];
}

} // namespace ds::inspector
