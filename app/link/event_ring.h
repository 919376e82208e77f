// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/json.h"

namespace ds::link {

struct Event {
    int64_t number = 0; ///< from 1
    std::string kind;
    Json data;
};

/// The last events of a run, for clients that ask now and then. Filled by one thread, read by another; neither waits for long.
/// Of the kind "progress" only the newest is kept: it says all that the ones before said.
class EventRing {
public:
    explicit EventRing(std::size_t mostEvents = 4096, std::size_t mostBytes = std::size_t{8} << 20)
        : m_mostEvents(mostEvents), m_mostBytes(mostBytes)
    {
    }

    void push(std::string kind, Json data);

    struct Part {
        std::vector<Event> events;
        int64_t next = 0;    ///< what to ask for from here on
        bool missed = false; ///< some are gone already
        bool more = false;   ///< there are more than fit
    };
    /// What came after event `since`, as much as fits an answer.
    Part since(int64_t number) const;
    int64_t last() const;

private:
    struct Kept {
        Event event;
        std::size_t bytes;
    };

    mutable std::mutex m_mutex;
    std::deque<Kept> m_events;
    Event m_progress;
    std::size_t m_mostEvents, m_mostBytes, m_bytes = 0;
    int64_t m_last = 0, m_lastDropped = 0;
};

} // namespace ds::link
