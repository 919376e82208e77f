// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

namespace ds::ui {

/// Measures how long the GUI thread does not answer: by how much a timer there comes late.
class Watchdog {
public:
    Watchdog();
    Watchdog(const Watchdog&) = delete;

    double longestBlock() const { return m_longest; } ///< milliseconds

private:
    QTimer m_beat;
    QElapsedTimer m_last;
    double m_longest = 0;
};

} // namespace ds::ui
