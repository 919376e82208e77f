// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace ds {

/// What a user may ask of a running session, from any thread. Nothing here blocks but waitForRequest(), which the session calls.
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
        change([&] { m_paused = true, m_allowed = 0; });
    }
    void resume()
    {
        change([&] { m_paused = false, m_allowed = 0; });
    }
    /// Runs so many updates, then pauses; further calls add up.
    void step(int64_t updates)
    {
        change([&] { m_paused = true, m_allowed += std::max<int64_t>(0, updates); });
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
    /// `work` runs on the session's thread between two steps, also while paused: there it may use the learner. It must not throw.
    /// False once the session has ended: then it never runs.
    bool post(std::function<void()> work)
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed) return false;
        m_posted.push_back(std::move(work));
        m_changed.notify_all();
        return true;
    }

    // For the session.

    bool stopping()
    {
        const std::lock_guard lock(m_mutex);
        return m_stop || m_signalled;
    }
    bool paused()
    {
        const std::lock_guard lock(m_mutex);
        return m_paused && m_allowed == 0;
    }
    /// Updates that are left until the next pause; 0 while running freely, too.
    int64_t allowed()
    {
        const std::lock_guard lock(m_mutex);
        return m_allowed;
    }
    /// One update was made.
    void updated()
    {
        const std::lock_guard lock(m_mutex);
        if (m_allowed > 0) --m_allowed;
    }
    /// Blocks while paused and nothing is asked for.
    void waitForRequest()
    {
        std::unique_lock lock(m_mutex);
        const auto ready = [&] {
            return m_signalled || m_stop || !m_paused || m_allowed > 0 || m_checkpoint || m_evaluate || m_rateChanged || !m_posted.empty();
        };
        // A signal cannot wake the condition; look for one now and then.
        while (!m_changed.wait_for(lock, std::chrono::milliseconds(100), ready)) {
        }
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
    std::vector<std::function<void()>> takePosted()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_posted, {});
    }
    /// The end: nothing can be posted any more. Gives what is still waiting.
    std::vector<std::function<void()>> close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        return std::exchange(m_posted, {});
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
    bool m_stop = false, m_paused = false, m_checkpoint = false, m_evaluate = false, m_rateChanged = false, m_closed = false;
    int64_t m_allowed = 0;
    std::optional<double> m_rate;
    std::vector<std::function<void()>> m_posted;
};

} // namespace ds
