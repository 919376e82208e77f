// SPDX-License-Identifier: GPL-3.0-or-later
// A hub and runs that do what a test tells them, and note what they are told.
#pragma once

#include <QStringList>

#include "app/workbench/runs/run_hub.h"

namespace ds::ui {

class FakeRun : public LiveRun {
public:
    QString runId, runName = QStringLiteral("fake");
    LiveState now = LiveState::Running;
    LiveProgress figures;
    QString lastWords;
    QStringList calls;
    bool watched = false;
    Json answer, lastInput;

    QString id() const override { return runId; }
    QString name() const override { return runName; }
    LiveState state() const override { return now; }
    LiveProgress progress() const override { return figures; }
    QString message() const override { return lastWords; }
    bool resumable() const override { return now == LiveState::Stopped || now == LiveState::Lost; }
    void setWatched(bool on) override { watched = on; }
    void pause() override { calls << QStringLiteral("pause"); }
    void resume() override { calls << QStringLiteral("resume"); }
    void step(int64_t updates) override { calls << QStringLiteral("step %1").arg(updates); }
    void stop() override { calls << QStringLiteral("stop"); }
    void checkpoint() override { calls << QStringLiteral("checkpoint"); }
    void evaluate() override { calls << QStringLiteral("evaluate"); }
    void setLearningRate(std::optional<double> rate) override
    {
        calls << (rate ? QStringLiteral("rate %1").arg(*rate) : QStringLiteral("schedule"));
    }
    void predict(const Json& input, std::function<void(Result<Json>)> done) override
    {
        lastInput = input;
        done(answer);
    }
};

class FakeHub : public RunHub {
public:
    QString folder;
    std::vector<LiveRun*> list;
    std::vector<Document> started;
    QStringList resumed, asked;
    /// What ask() gives.
    std::function<Result<Json>(const Json& question)> answers = [](const Json&) { return Error{"nothing is left", "", ""}; };

    QString runsFolder() const override { return folder; }
    LiveRun* start(const Document& document, Error* /*error*/) override
    {
        started.push_back(document);
        auto* run = new FakeRun;
        run->setParent(this);
        add(run);
        return run;
    }
    LiveRun* resume(const QString& runId, Error* /*error*/) override
    {
        resumed << runId;
        auto* run = new FakeRun;
        run->setParent(this);
        run->runId = runId;
        add(run);
        return run;
    }
    void setParallelRuns(int /*most*/) override {}
    void setWorkerThreads(int /*threads*/) override {}
    std::vector<LiveRun*> runs() const override { return list; }
    void ask(const QString& run, const Json& question, std::function<void(int64_t)> progress,
             std::function<void(Result<Json>)> done) override
    {
        asked << QStringLiteral("%1 %2").arg(run, QString::fromStdString(question.dump()));
        if (progress) progress(3);
        done(answers(question));
    }
    void ask(const Document& document, const Json& question, std::function<void(int64_t)> progress,
             std::function<void(Result<Json>)> done) override
    {
        ask(QString::fromStdString(document.name), question, std::move(progress), std::move(done));
    }
    void add(LiveRun* run)
    {
        list.push_back(run);
        emit added(run);
        setCurrent(run);
    }
};

} // namespace ds::ui
