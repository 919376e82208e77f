// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/program/watchdog.h"

#include <algorithm>

namespace ds::ui {

namespace {

constexpr int interval = 5; // milliseconds

}

Watchdog::Watchdog()
{
    m_beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_beat, &QTimer::timeout, [this] { m_last = Clock::now(); });
    m_beat.start(interval);
    m_thread = std::thread([this] {
        while (!m_stop) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            const double silent = std::chrono::duration<double, std::milli>(Clock::now() - m_last.load()).count() - interval;
            m_longest = std::max(m_longest.load(), silent);
        }
    });
}

Watchdog::~Watchdog()
{
    m_stop = true;
    m_thread.join();
}

} // namespace ds::ui
