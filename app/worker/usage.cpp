// SPDX-License-Identifier: Apache-2.0
#include "app/worker/usage.h"

#include <ctime>

#include <algorithm>
#include <thread>

#include "core/train/process_memory.h"

namespace ds::worker {

void Usage::sample()
{
    const auto now = Clock::now();
    const double passed = std::chrono::duration<double>(now - m_time).count();
    constexpr double interval = 0.5;
    if (m_time != Clock::time_point{} && passed < interval) return;
    timespec cpu{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu);
    const double seconds = static_cast<double>(cpu.tv_sec) + 1e-9 * static_cast<double>(cpu.tv_nsec);
    const double cores = std::max(1u, std::thread::hardware_concurrency());
    if (m_time != Clock::time_point{}) m_share = std::clamp((seconds - m_cpuSeconds) / (passed * cores), 0.0, 1.0);
    m_time = now;
    m_cpuSeconds = seconds;
    m_memory = static_cast<int64_t>(residentBytes());
}

void Pace::restart(int64_t step) { m_older = m_newer = m_last = {Clock::now(), step}; }

void Pace::reached(int64_t step)
{
    m_last = {Clock::now(), step};
    if (m_last.time - m_newer.time < std::chrono::seconds(15)) return;
    m_older = m_newer;
    m_newer = m_last;
}

double Pace::secondsFor(int64_t updates) const
{
    const double seconds = std::chrono::duration<double>(m_last.time - m_older.time).count();
    const auto done = static_cast<double>(m_last.step - m_older.step);
    return done > 0 && seconds > 0 ? static_cast<double>(std::max<int64_t>(0, updates)) * seconds / done : -1;
}

} // namespace ds::worker
