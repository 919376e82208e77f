// SPDX-License-Identifier: Apache-2.0
// A bounded queue between threads.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace ds {

/// Any number of senders and receivers, on any thread.
template <class T>
class Channel {
public:
    explicit Channel(std::size_t capacity) : m_capacity(capacity) {}

    /// Blocks while full. False if the channel was closed: the value is dropped.
    bool send(T value)
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [&] { return m_closed || m_items.size() < m_capacity; });
        if (m_closed) return false;
        m_items.push_back(std::move(value));
        m_filled.notify_one();
        return true;
    }

    /// Blocks while empty. Nothing once the channel is closed and drained.
    std::optional<T> receive()
    {
        std::unique_lock lock(m_mutex);
        m_filled.wait(lock, [&] { return m_closed || !m_items.empty(); });
        return pop();
    }

    /// Never blocks.
    std::optional<T> tryReceive()
    {
        std::unique_lock lock(m_mutex);
        return pop();
    }

    /// Wakes all; senders fail from now on, receivers drain what is left.
    void close()
    {
        std::unique_lock lock(m_mutex);
        m_closed = true;
        m_room.notify_all();
        m_filled.notify_all();
    }

private:
    std::optional<T> pop()
    {
        if (m_items.empty()) return std::nullopt;
        std::optional<T> value(std::move(m_items.front()));
        m_items.pop_front();
        m_room.notify_one();
        return value;
    }

    std::mutex m_mutex;
    std::condition_variable m_room, m_filled;
    std::deque<T> m_items;
    std::size_t m_capacity;
    bool m_closed = false;
};

} // namespace ds
