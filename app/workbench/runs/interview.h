// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <string>

#include "core/base/error.h"
#include "core/base/json.h"

namespace ds::ui {

/// A worker process that answers questions about one run or project, one after another (inspector/engine/laboratory.h). It is kept for the
/// next question, until something else is asked about or nobody has asked for some minutes. GUI thread.
class Interview : public QObject {
    Q_OBJECT

public:
    using Progress = std::function<void(int64_t)>;
    using Done = std::function<void(Result<Json>)>;

    explicit Interview(QObject* parent = nullptr);
    ~Interview() override;

    /// `arguments`: of the worker, with the run. A newer question takes the place of one of the same kind ("ask"), whose `done` is then not
    /// called. One that is under way and has told progress, which may go on for long, is ended for that. With other arguments all that
    /// waits is given up: an error.
    void ask(const QString& worker, const QStringList& arguments, const Json& question, Progress progress, Done done);

private:
    struct Question {
        std::string kind;
        QByteArray line;
        Progress progress;
        Done done; // empty: nobody waits for the answer any more
    };
    void start();
    void send();
    void end();
    void read(QProcess& process);
    void take(const QByteArray& line);
    void lost();

    QString m_worker;
    QStringList m_arguments;
    std::unique_ptr<QProcess> m_process;
    std::deque<Question> m_questions; // the first is under way
    bool m_onTheWay = false;          // it has told progress
    QTimer m_idle;
};

} // namespace ds::ui
