// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <atomic>
#include <chrono>
#include <thread>

namespace ds::ui {

/// Measures how long the GUI thread does not answer: a timer there says every few milliseconds that it lives, another thread looks.
class Watchdog {
public:
    Watchdog();
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;

    /// Milliseconds, the timer's own interval taken off.
    double longestBlock() const { return m_longest; }

private:
    using Clock = std::chrono::steady_clock;

    QTimer m_beat;
    std::atomic<Clock::time_point> m_last{Clock::now()};
    std::atomic<double> m_longest{0};
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

} // namespace ds::ui
