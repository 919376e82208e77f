// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <map>

#include "app/workbench/runs/interview.h"
#include "app/workbench/runs/worker_run.h"

namespace ds::ui {

class Hub : public RunHub {
    Q_OBJECT

public:
    explicit Hub(const RunHubOptions& options);
    ~Hub() override;

    QString runsFolder() const override { return m_options.runsFolder; }
    LiveRun* start(const Document& document, Error* error) override;
    LiveRun* resume(const QString& runId, Error* error) override;
    void setParallelRuns(int most) override;
    void setWorkerThreads(int threads) override { m_options.workerThreads = threads; }
    std::vector<LiveRun*> runs() const override;
    void ask(const QString& run, const Json& question, std::function<void(int64_t)> progress,
             std::function<void(Result<Json>)> done) override;
    void ask(const Document& document, const Json& question, std::function<void(int64_t)> progress,
             std::function<void(Result<Json>)> done) override;

private:
    Status ready() const;
    WorkerRun* add(const QString& name);
    WorkerRun* find(const QString& id) const;
    Launch launchOf() const;
    void enqueue(WorkerRun* run, Launch what);
    void startWaiting();
    void scan();
    void takeOver();
    void forget(const WorkerRun* run);
    void found(const QString& id, const QString& name);

    RunHubOptions m_options;
    QThread m_thread;    // of all links
    QObject* m_onThread; // a context there
    QFileSystemWatcher m_folder;
    QTimer m_scan;
    std::vector<std::unique_ptr<WorkerRun>> m_runs;
    std::map<const WorkerRun*, int> m_kept; // runs that wait, by their key on the disk
    int m_nextKey = 0;
    Interview m_aboutRun, m_aboutProject;
    QTemporaryDir m_projects; // that were asked about
    std::string m_asked;      // the last of them
    int m_askedProjects = 0;
};

} // namespace ds::ui
