// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QThread>

#include <functional>

#include "app/workbench/runs_view/run_data.h"

namespace ds::ui {

/// Reads runs from the store on a thread of its own. While active it looks for news four times a second, and reads only what is new.
/// GUI thread only; nothing blocks.
class RunReader : public QObject {
    Q_OBJECT

public:
    explicit RunReader(const QString& runsFolder, QObject* parent = nullptr);
    ~RunReader() override;

    /// The runs to be told of: each comes whole first. Those that were watched already go on.
    void watch(const QStringList& runs);
    /// Reads a run that is watched from its start again.
    void again(const QString& run);
    /// Reads now what is new, which happens once a second anyway.
    void look();
    /// Hidden pages are not active: then nothing is read.
    void setActive(bool active);
    /// Answers with listed(): the newest runs, those in the bin left out.
    void list(int most);

    /// Any other work on the store. `work` runs on the thread and gives what is to be done on the GUI thread; it gets null if there is
    /// no store yet.
    void ask(const std::function<std::function<void()>(RunStore*)>& work);

signals:
    void updated(const ds::ui::RunUpdatePtr& update);
    void listed(const std::vector<ds::RunInfo>& runs);

private:
    class Worker;
    QThread m_thread;
    Worker* m_worker;
};

} // namespace ds::ui
