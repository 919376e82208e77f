// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <utility>

namespace ds {

/// What a user may ask of a running session, from any thread. Nothing here blocks but waitWhilePaused(), which the session calls.
class Controls {
public:
    void stop()
    {
        change([&] { m_stop = true; });
    }
    /// Safe in a signal handler: only sets a flag, which the session sees after the step at hand.
    void stopFromSignal() { m_signalled = true; }
    void pause()
    {
        change([&] { m_paused = true; });
    }
    void resume()
    {
        change([&] { m_paused = false; });
    }
    /// Runs so many updates, then pauses.
    void step(int64_t updates)
    {
        change([&] { m_paused = true, m_allowed += updates; });
    }
    /// Nothing: back to the schedule.
    void setLearningRate(std::optional<double> rate)
    {
        change([&] { m_rate = rate, m_rateChanged = true; });
    }
    void checkpoint()
    {
        change([&] { m_checkpoint = true; });
    }
    void evaluate()
    {
        change([&] { m_evaluate = true; });
    }

    bool stopping()
    {
        const std::lock_guard lock(m_mutex);
        return m_stop || m_signalled;
    }
    /// Blocks while paused; uses up one allowed update.
    void waitWhilePaused()
    {
        std::unique_lock lock(m_mutex);
        // A signal cannot wake the condition; look for one now and then.
        const auto ready = [&] {
            return m_signalled || m_stop || !m_paused || m_allowed > 0 || m_checkpoint || m_evaluate || m_rateChanged;
        };
        while (!m_changed.wait_for(lock, std::chrono::milliseconds(100), ready)) {
        }
        if (m_paused && m_allowed > 0) --m_allowed;
    }
    bool paused()
    {
        const std::lock_guard lock(m_mutex);
        return m_paused && m_allowed == 0 && !m_stop && !m_signalled;
    }
    bool takeCheckpoint() { return take(m_checkpoint); }
    bool takeEvaluate() { return take(m_evaluate); }
    /// True once after each change.
    bool takeLearningRate(std::optional<double>& rate)
    {
        const std::lock_guard lock(m_mutex);
        rate = m_rate;
        return std::exchange(m_rateChanged, false);
    }

private:
    template <class Change>
    void change(Change apply)
    {
        const std::lock_guard lock(m_mutex);
        apply();
        m_changed.notify_all();
    }
    bool take(bool& flag)
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(flag, false);
    }

    std::atomic<bool> m_signalled{false};
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stop = false, m_paused = false, m_checkpoint = false, m_evaluate = false, m_rateChanged = false;
    int64_t m_allowed = 0;
    std::optional<double> m_rate;
};

} // namespace ds
