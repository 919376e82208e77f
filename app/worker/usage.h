// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>

namespace ds::worker {

/// What this process takes, measured at most twice a second. One thread.
class Usage {
public:
    void sample();
    int64_t memoryBytes() const { return m_memory; }
    /// Of all cores, since the sample before; 0 to 1.
    double cpuShare() const { return m_share; }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_time{};
    double m_cpuSeconds = 0, m_share = 0;
    int64_t m_memory = 0;
};

/// How fast updates go, over the last half minute or so, without the pauses.
class Pace {
public:
    /// After a start or a pause.
    void restart(int64_t step);
    void reached(int64_t step);
    /// Negative: not known yet.
    double secondsFor(int64_t updates) const;

private:
    using Clock = std::chrono::steady_clock;
    struct Mark {
        Clock::time_point time;
        int64_t step = 0;
    };
    Mark m_older, m_newer, m_last;
};

} // namespace ds::worker
