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
    QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] {
        m_longest = std::max(m_longest, static_cast<double>(m_last.nsecsElapsed()) / 1e6 - interval);
        m_last.start();
    });
    m_last.start();
    m_beat.start(interval);
}

} // namespace ds::ui
