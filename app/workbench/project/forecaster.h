// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <optional>

#include "core/train/forecast.h"

class QTimer;

namespace ds::ui {

struct CheckResult;

/// Foretells what a training step takes, on a thread of its own, some time after the last edit and only while somebody looks. A newer
/// check replaces an older one, also one that is being worked on.
class Forecaster : public QObject {
    Q_OBJECT

public:
    explicit Forecaster(QObject* parent = nullptr);
    ~Forecaster() override;

    /// Somebody looks, or nobody does any more.
    void setWanted(bool wanted);
    /// What the forecast is to be about; null forgets it.
    void setCheck(std::shared_ptr<const CheckResult> check);
    /// Of the latest check; while a new one is worked on, still of the one before. Null: the project has errors, or nothing is known.
    std::shared_ptr<const StepForecast> result() const { return m_result; }
    /// What was measured of this machine before; without it the first forecast measures.
    void setRates(const MachineRates& rates);

signals:
    void finished(); ///< result() is new
    void measured(const ds::MachineRates& rates);

private:
    class Worker;
    void start();

    std::unique_ptr<Worker> m_worker;
    QTimer* m_pause;
    bool m_wanted = false;
    std::shared_ptr<const CheckResult> m_check, m_done; ///< m_done: what m_result is about
    std::shared_ptr<const StepForecast> m_result;
};

} // namespace ds::ui
