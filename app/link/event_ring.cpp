// SPDX-License-Identifier: Apache-2.0
#include "app/link/event_ring.h"

#include <algorithm>

namespace ds::link {

void EventRing::push(std::string kind, Json data)
{
    const std::size_t bytes = Json::to_cbor(data).size() + kind.size();
    const std::lock_guard lock(m_mutex);
    Event event{++m_last, std::move(kind), std::move(data)};
    if (event.kind == "progress") {
        m_progress = std::move(event);
        return;
    }
    m_bytes += bytes;
    m_events.push_back({std::move(event), bytes});
    while (m_events.size() > 1 && (m_events.size() > m_mostEvents || m_bytes > m_mostBytes)) {
        m_bytes -= m_events.front().bytes;
        m_lastDropped = m_events.front().event.number;
        m_events.pop_front();
    }
}

EventRing::Part EventRing::since(int64_t number) const
{
    constexpr std::size_t mostEvents = 512, mostBytes = std::size_t{1} << 20;
    const std::lock_guard lock(m_mutex);
    Part part;
    part.missed = number < m_lastDropped;
    part.next = m_last;
    auto at = std::partition_point(m_events.begin(), m_events.end(), [&](const Kept& kept) { return kept.event.number <= number; });
    std::size_t bytes = 0;
    for (; at != m_events.end(); ++at) {
        bytes += at->bytes;
        if (part.events.size() == mostEvents || (bytes > mostBytes && !part.events.empty())) {
            part.next = part.events.back().number;
            part.more = true;
            break;
        }
        part.events.push_back(at->event);
    }
    if (m_progress.number > number && m_progress.number <= part.next) {
        const auto place = std::partition_point(part.events.begin(), part.events.end(),
                                                [&](const Event& event) { return event.number < m_progress.number; });
        part.events.insert(place, m_progress);
    }
    return part;
}

int64_t EventRing::last() const
{
    const std::lock_guard lock(m_mutex);
    return m_last;
}

} // namespace ds::link
