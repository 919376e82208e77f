// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/base/json.h"

namespace ds::ui {

/// A worker process that is started for one answer and ends with it: lines {"at": UPDATE} on the way, then {KEY: {...}} or {"error":
/// {...}}. GUI thread.
class Errand : public QObject {
    Q_OBJECT

public:
    using Progress = std::function<void(int64_t)>;
    using Done = std::function<void(Result<Json>)>;

    /// `key`: of the answer.
    explicit Errand(std::string key, QObject* parent = nullptr) : QObject(parent), m_key(std::move(key)) {}
    ~Errand() override;
    /// Ends the one that is under way: then its `done` is not called.
    void begin(const QString& worker, const QStringList& arguments, Progress progress, Done done);

private:
    void end();
    void read();
    void take(const QByteArray& line);

    std::string m_key;
    std::unique_ptr<QProcess> m_process;
    Progress m_progress;
    Done m_done; // empty once it was called
};

} // namespace ds::ui
