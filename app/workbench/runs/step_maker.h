// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>

#include <functional>
#include <memory>

#include "core/base/error.h"
#include "core/base/json.h"

namespace ds::ui {

/// See RunHub::makeAgain(). GUI thread.
class StepMaker : public QObject {
    Q_OBJECT

public:
    using Progress = std::function<void(int64_t)>;
    using Done = std::function<void(Result<Json>)>;

    using QObject::QObject;
    ~StepMaker() override;
    void make(const QString& worker, const QString& runsFolder, const QString& run, int64_t step, Progress progress, Done done);

private:
    void end();
    void read();
    void take(const QByteArray& line);

    std::unique_ptr<QProcess> m_process;
    Progress m_progress;
    Done m_done; // empty once it was called
};

} // namespace ds::ui
