// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/project/forecaster.h"

#include <QMetaObject>
#include <QTimer>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/workbench/project/checker.h"
#include "core/train/machine_rates.h"

namespace ds::ui {

namespace {
constexpr int pauseMs = 250; // since the last edit
}

class Forecaster::Worker {
public:
    explicit Worker(Forecaster& owner) : m_owner(owner), m_thread([this] { work(); }) {}

    ~Worker()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
            ++m_version;
        }
        m_wake.notify_one();
        m_thread.join();
    }

    /// Null only stops what is being worked on.
    void request(std::shared_ptr<const CheckResult> check)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting = std::move(check);
            ++m_version;
        }
        m_wake.notify_one();
    }

    void setRates(const MachineRates& rates)
    {
        const std::lock_guard lock(m_mutex);
        m_rates = rates;
    }

private:
    void work()
    {
        for (;;) {
            std::shared_ptr<const CheckResult> check;
            std::optional<MachineRates> rates;
            int64_t version = 0;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_stop || m_waiting; });
                if (m_stop) return;
                check = std::move(m_waiting);
                rates = m_rates;
                version = m_version;
            }
            if (!rates) {
                rates = measureRates();
                setRates(*rates);
                QMetaObject::invokeMethod(&m_owner, [owner = &m_owner, found = *rates] { emit owner->measured(found); });
            }
            Result<StepForecast> forecast = forecastStep(check->check, *rates, [&] { return m_version != version; });
            if (m_version != version) continue;
            auto result = forecast ? std::make_shared<const StepForecast>(std::move(*forecast)) : nullptr;
            QMetaObject::invokeMethod(&m_owner, [owner = &m_owner, check, result] {
                if (owner->m_check != check) return;
                owner->m_done = check;
                owner->m_result = result;
                emit owner->finished();
            });
        }
    }

    Forecaster& m_owner;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::shared_ptr<const CheckResult> m_waiting;
    std::optional<MachineRates> m_rates;
    std::atomic<int64_t> m_version = 0;
    bool m_stop = false;
    std::thread m_thread; // last: it uses the others
};

Forecaster::Forecaster(QObject* parent) : QObject(parent), m_worker(std::make_unique<Worker>(*this)), m_pause(new QTimer(this))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(m_pause, &QTimer::timeout, this, &Forecaster::start);
}

Forecaster::~Forecaster() = default;

void Forecaster::setWanted(bool wanted)
{
    m_wanted = wanted;
    if (!wanted) {
        m_pause->stop();
        m_worker->request(nullptr);
    } else if (m_check != m_done) {
        m_pause->start();
    }
}

void Forecaster::setCheck(std::shared_ptr<const CheckResult> check)
{
    m_check = std::move(check);
    m_worker->request(nullptr);
    if (!m_check || !m_check->check.errors.empty()) {
        m_pause->stop();
        m_done = m_check;
        const bool known = m_result != nullptr;
        m_result.reset();
        if (known) emit finished();
        return;
    }
    if (m_wanted) m_pause->start();
}

void Forecaster::setRates(const MachineRates& rates) { m_worker->setRates(rates); }

void Forecaster::start()
{
    if (m_wanted && m_check && m_check != m_done) m_worker->request(m_check);
}

} // namespace ds::ui
