// SPDX-License-Identifier: Apache-2.0
#include "core/train/session.h"

#include <chrono>
#include <cmath>
#include <filesystem>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/backends/cpu/cpu.h"
#include "core/train/evaluator.h"
#include "core/train/guarded_observer.h"
#include "core/train/monitor.h"
#include "core/train/process_memory.h"
#include "core/train/run_folder.h"
#include "core/train/run_parts.h"
#include "core/train/run_record.h"
#include "core/train/sample_verdicts.h"
#include "core/train/time_machine.h"

namespace ds {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;
double secondsSince(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

constexpr double progressInterval = 0.2; // seconds

/// A number as JSON; NaN and infinities, which JSON lacks, as text.
Json number(double value)
{
    if (std::isfinite(value)) return value;
    return std::isnan(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

} // namespace

class TrainSession::Impl {
public:
    Impl(RunParts parts, RunRecord record, const SessionOptions& options)
        : m_parts(std::move(parts)), m_learner(*m_parts.learner), m_loader(*m_parts.loader), m_record(std::move(record)),
          m_device(options.device), m_watch(options.observer, m_learner, m_record), m_past(m_parts, snapshotBytes(m_parts))
    {
        for (const Field& field : m_parts.data.train->fields()) m_feeds.push_back({field.name, {}});
    }

    /// From the last checkpoint.
    Status goOn(const Progress& progress)
    {
        DS_TRY(loadTensors(m_record.checkpointPath("last"), m_learner));
        m_progress = progress;
        m_learner.setProgress(progress.updates, progress.accumulated);
        m_loader.seek(progress.epoch, progress.batch);
        return m_record.setState(RunState::Running);
    }

    Result<Json> run(const Listener& listener)
    {
        m_listener = &listener;
        m_begin = Clock::now();
        Result<Json> summary = guardedLoop();
        m_watch.end(m_progress.updates);
        if (!summary) {
            m_record.finish(RunState::Failed, summary.error().message());
            tellNews();
        }
        for (const auto& work : controls.close()) work();
        return summary;
    }

    Controls controls;
    const std::string& id() const { return m_record.id(); }
    Learner& learner() { return m_learner; }
    const Dataset& trainingData() const { return *m_parts.data.train; }
    Status leaveSnapshot(int64_t update) { return m_past.saveBefore(folder(), update); }

private:
    Result<Json> guardedLoop()
    {
        try {
            return loop();
        } catch (const RunError& problem) {
            return problem.error();
        } catch (const std::bad_alloc&) {
            return Error{phrase("Training", "out of memory"), "", phrase("Training", "Make the batch smaller.")};
        }
    }

    void emit(const char* kind, Json data) { (*m_listener)({kind, std::move(data)}); }

    /// What the observer has recorded, once it was flushed.
    void tellNews()
    {
        for (const TrainEvent& event : m_watch.news(m_progress.updates)) (*m_listener)(event);
    }

    const Attrs& training() const { return m_parts.training(); }
    std::string folder() const { return fs::path(m_record.checkpointPath("last")).parent_path().string(); }
    double learningRate() const { return m_parts.learningRate(m_progress); }

    double epochNow() const
    {
        return static_cast<double>(m_progress.epoch) +
               static_cast<double>(m_progress.batch) / static_cast<double>(std::max<int64_t>(1, m_loader.batchesPerEpoch()));
    }

    void scalar(const std::string& name, double value) { m_record.scalar(name, m_progress.updates, epochNow(), value); }

    bool done() const { return m_progress.updates >= m_parts.totalUpdates || m_stopped; }

    Result<Json> loop()
    {
        emit("start", {{"run", m_record.id()},
                       {"parameters", m_parts.parameterCount()},
                       {"samples", m_parts.data.train->size()},
                       {"epochs", training().integer("epochs")},
                       {"steps", m_parts.totalUpdates},
                       {"step", m_progress.updates},
                       {"device", m_device},
                       {"threads", cpuThreads()},
                       {"predicted_peak_memory_bytes", m_parts.predictedPeak}});
        m_watch.ask(m_progress.updates, [this](RunObserver& observer) { observer.begin(m_parts, m_record, m_progress.updates); });
        m_past.pass(m_progress);
        Batch batch;
        while (!done()) {
            DS_TRY(obey());
            if (controls.stopping()) return stopped();
            if (m_parts.data.train->size() > 0 && !m_loader.next(batch)) {
                DS_TRY(endOfEpoch());
                continue;
            }
            DS_TRY(step(batch));
        }
        DS_TRY(lastProgress());
        if (m_progress.batch > 0 && !m_stopped) DS_TRY(endOfEpoch());
        return summary();
    }

    Status step(const Batch& batch)
    {
        const auto begin = Clock::now();
        for (std::size_t i = 0; i < m_feeds.size(); ++i) m_feeds[i].value = batch.fields[i];
        m_rate = learningRate();
        const Result<StepResult> made = m_learner.step(m_feeds, m_rate);
        if (!made) return failed(made.error());
        const StepResult& result = *made;
        const double seconds = secondsSince(begin);
        m_progress.stepSeconds += seconds;
        m_progress.samples += result.samples;
        m_progress.accumulated = m_learner.accumulated();
        m_progress.batch = batch.index + 1;
        m_progress.lossSum += result.loss;
        ++m_progress.lossCount;
        m_recent = m_recentCount++ == 0 ? result.loss : 0.98 * m_recent + 0.02 * result.loss;
        if (m_learner.updates() == m_progress.updates) return {};
        m_progress.updates = m_learner.updates();
        controls.updated();
        m_gradNorm = result.gradNorm;
        scalar("train/loss", result.loss);
        scalar("train/learning_rate", m_rate);
        scalar("train/grad_norm", result.gradNorm);
        const double waited = m_loader.waitSeconds(), waiting = waited - std::exchange(m_waited, waited);
        m_watch.ask(m_progress.updates, [&](RunObserver& observer) {
            observer.updated({m_progress.updates, result.loss, result.gradNorm, m_rate, 1000 * seconds, 1000 * waiting}, m_feeds);
        });
        m_progress.stepSeconds += secondsSince(begin) - seconds; // what watching takes behind the step slows the training, too
        const int64_t validateEvery = training().integer("validate_every"), checkpointEvery = training().integer("checkpoint_every");
        if (validateEvery > 0 && m_progress.updates % validateEvery == 0) DS_TRY(validateNow(Judged::Yes));
        if (checkpointEvery > 0 && m_progress.updates % checkpointEvery == 0) DS_TRY(checkpoint("last"));
        m_past.pass(m_progress);
        if (secondsSince(m_lastProgress) >= progressInterval) DS_TRY(progress());
        return {};
    }

    Error failed(const Error& error)
    {
        if (!m_learner.lastNotFinite().layer.empty())
            m_watch.ask(m_progress.updates,
                        [this](RunObserver& observer) { observer.failed(m_progress.updates + 1, m_learner.lastNotFinite(), m_past); });
        constexpr std::size_t worthKeeping = 3;
        // The run has failed already: that its last steps cannot be looked at then is no further error.
        if (const Status saved = m_past.save(folder(), worthKeeping); !saved)
            m_record.event(m_progress.updates, "warning",
                           phrase("Training", "No snapshots could be written: %1").with({saved.error().text}));
        return error;
    }

    Status progress()
    {
        m_lastProgress = Clock::now();
        scalar("train/samples_per_second", samplesPerSecond());
        m_toldUpdates = m_progress.updates;
        DS_TRY(m_record.flush());
        emit("progress", {{"epoch", m_progress.epoch + 1},
                          {"epochs", training().integer("epochs")},
                          {"step", m_progress.updates},
                          {"steps", m_parts.totalUpdates},
                          {"loss", number(m_recent)},
                          {"learning_rate", m_rate},
                          {"grad_norm", number(m_gradNorm)},
                          {"samples_per_second", samplesPerSecond()}});
        tellNews();
        return {};
    }

    /// Of the last update, unless that was done.
    Status lastProgress()
    {
        if (m_progress.updates == m_toldUpdates || m_recentCount == 0) return {};
        return progress();
    }

    double trainingSeconds() const { return m_progress.stepSeconds + m_loader.waitSeconds(); }
    double samplesPerSecond() const { return trainingSeconds() > 0 ? static_cast<double>(m_progress.samples) / trainingSeconds() : 0; }

    /// What the user asked for since the last step. Comes back when there is a step to make, or to stop.
    Status obey()
    {
        for (;;) {
            DS_TRY(serve());
            if (controls.stopping()) return {};
            if (!controls.paused()) {
                m_stepping = m_stepping && controls.allowed() > 0;
                return m_paused ? resumed() : Status();
            }
            if (!m_paused) DS_TRY(paused());
            controls.waitForRequest();
        }
    }

    /// What can be done while paused, too.
    Status serve()
    {
        std::optional<double> rate;
        if (controls.takeLearningRate(rate)) {
            m_progress.hasRate = rate.has_value();
            m_progress.rate = rate.value_or(0);
            m_past.changed(m_progress);
            const Phrase text =
                rate ? phrase("Training", "The learning rate was set to %1").with({attrText(*rate)})
                     : phrase("Training", "The learning rate follows the schedule again: %1").with({attrText(learningRate())});
            m_record.event(m_progress.updates, "learning_rate", text);
            DS_TRY(m_record.flush());
            emit("learning_rate", {{"step", m_progress.updates}, {"learning_rate", learningRate()}, {"scheduled", !rate}});
        }
        if (controls.takeCheckpoint()) DS_TRY(checkpoint("last"));
        if (controls.takeEvaluate()) DS_TRY(validateNow(Judged::No));
        for (const auto& work : controls.takePosted()) work();
        return {};
    }

    /// A pause that follows single steps makes no checkpoint: they can be made again from the last one.
    Status paused()
    {
        if (!m_stepping) DS_TRY(checkpoint("last"));
        m_paused = true;
        DS_TRY(m_record.flush());
        DS_TRY(m_record.setState(RunState::Paused));
        DS_TRY(lastProgress());
        emit("paused", {{"step", m_progress.updates}});
        return {};
    }

    Status resumed()
    {
        m_paused = false;
        const int64_t updates = controls.allowed();
        m_stepping = updates > 0;
        DS_TRY(m_record.setState(RunState::Running));
        Json data{{"step", m_progress.updates}};
        if (m_stepping) data["updates"] = updates;
        emit("resumed", std::move(data));
        return {};
    }

    Status endOfEpoch()
    {
        m_progress.epochLoss = m_progress.lossCount ? m_progress.lossSum / static_cast<double>(m_progress.lossCount) : 0;
        m_progress.lossSum = 0;
        m_progress.lossCount = 0;
        scalar("train/epoch_loss", m_progress.epochLoss);
        ++m_progress.epoch;
        m_progress.batch = 0;
        if (training().integer("validate_every") == 0) DS_TRY(validateNow(Judged::Yes));
        return checkpoint("last");
    }

    /// One that the user asks for between others is only a figure: it must not change when the run ends or which weights are best.
    enum class Judged { No, Yes };
    Status validateNow(Judged judged)
    {
        if (!m_parts.data.validation) {
            emit("validation", {{"epoch", m_progress.epoch}, {"step", m_progress.updates}, {"train_loss", number(m_progress.epochLoss)}});
            return {};
        }
        const EvaluationListener listener = [this](const Evaluation& evaluation, const Feeds& batch) {
            m_watch.ask(m_progress.updates, [&](RunObserver& observer) { observer.evaluated(evaluation, batch); });
        };
        const EvaluationResult result = DS_TRY(
            evaluateAll(m_learner, m_parts.data.validation, m_parts.evaluationBatch, m_parts.loaderThreads(), m_parts.metrics, listener));
        m_progress.validationLoss = result.loss;
        m_progress.validated = true;
        scalar("validation/loss", result.loss);
        m_watch.ask(m_progress.updates, [&](RunObserver& observer) { observer.validated(m_progress.updates, result.loss); });
        Json figures = Json::object();
        for (const auto& [name, value] : result.metrics) {
            scalar("validation/" + name, value);
            figures[name] = number(value);
        }
        // A matrix of many classes is not for every validation; the summary records it.
        constexpr std::size_t mostDetails = std::size_t{64} << 10;
        Json details = Json::object();
        for (const auto& [name, value] : result.details) {
            std::string text = value.dump();
            if (text.size() > mostDetails) continue;
            m_record.details(m_progress.updates, "metric/" + name, std::move(text));
            details[name] = value;
        }
        addSamples(result, "validation");
        if (judged == Judged::Yes) DS_TRY(apply(DS_TRY(judge(result, training(), *m_parts.schedule, m_parts.scheduleAttrs, m_progress))));
        DS_TRY(m_record.flush());
        emit("validation", {{"epoch", m_progress.epoch},
                            {"step", m_progress.updates},
                            {"train_loss", number(m_progress.epochLoss)},
                            {"val_loss", number(result.loss)},
                            {"metrics", figures},
                            {"details", details},
                            {"best", judged == Judged::Yes && m_progress.withoutImprovement == 0},
                            {"asked", judged == Judged::No}});
        return {};
    }

    Status apply(const Verdict& verdict)
    {
        const auto event = [&](const char* kind, const Phrase& text) { m_record.event(m_progress.updates, kind, text); };
        if (verdict.reduceRate) m_past.changed(m_progress);
        if (verdict.reduceRate) event("plateau", phrase("Training", "The learning rate was reduced"));
        if (verdict.stop)
            event("early_stopping",
                  phrase("Training", "No improvement in %1 validations").with({std::to_string(m_progress.withoutImprovement)}));
        m_stopped = m_stopped || verdict.stop;
        return verdict.best ? checkpoint("best") : Status();
    }

    Status checkpoint(const char* name)
    {
        Progress progress = m_progress;
        progress.seconds += secondsSince(m_begin);
        progress.stepSeconds += m_loader.waitSeconds();
        DS_TRY(m_record.flush());
        DS_TRY(saveCheckpoint(m_record.checkpointPath(name), m_learner, progress, m_parts.data.train->fitted(), m_parts.seed));
        m_record.checkpoint(m_progress.updates, name);
        DS_TRY(m_record.flush());
        emit("checkpoint", {{"step", m_progress.updates}, {"path", m_record.checkpointPath(name)}});
        return {};
    }

    Result<Json> stopped()
    {
        DS_TRY(checkpoint("last"));
        m_watch.end(m_progress.updates);
        m_record.finish(RunState::Stopped, "Stopped by the user.");
        tellNews();
        emit("stopped", {{"step", m_progress.updates}});
        Json json = figures();
        json["stopped"] = true;
        return json;
    }

    /// The samples that are easiest and hardest now.
    void addSamples(const EvaluationResult& result, const char* set)
    {
        if (!result.best.empty()) m_record.details(m_progress.updates, "samples", verdictsJson(result, set).dump());
    }

    Result<Json> summary()
    {
        m_watch.end(m_progress.updates);
        // After early stopping the best weights are the result.
        if (m_stopped && m_progress.hasBest) DS_TRY(loadTensors(m_record.checkpointPath("best"), m_learner));
        const std::shared_ptr<const Dataset> last = m_parts.data.test ? m_parts.data.test : m_parts.data.validation;
        Json metrics = Json::object();
        if (last) {
            const EvaluationResult result =
                DS_TRY(evaluateAll(m_learner, last, m_parts.evaluationBatch, m_parts.loaderThreads(), m_parts.metrics));
            for (const auto& [name, value] : result.metrics) {
                metrics[name] = number(value);
                m_record.summary(name, value);
            }
            if (m_parts.data.test) {
                metrics["test_loss"] = number(result.loss);
                m_record.summary("test_loss", result.loss);
            }
            for (const auto& [name, details] : result.details) m_record.details(m_progress.updates, "metric/" + name, details.dump());
            addSamples(result, m_parts.data.test ? "test" : "validation");
        }
        Json json = figures();
        json["metrics"] = metrics;
        m_record.summary("train_loss", m_progress.epochLoss);
        if (m_progress.validated) m_record.summary("val_loss", m_progress.validationLoss);
        m_record.summary("samples_per_second", samplesPerSecond());
        DS_TRY(m_record.flush());
        m_record.finish(RunState::Finished, "");
        tellNews();
        return json;
    }

    Json figures()
    {
        const double wait = m_loader.waitSeconds();
        const double batches = static_cast<double>(m_progress.samples) / static_cast<double>(m_parts.batchSize);
        Json json{{"run", m_record.id()},
                  {"epochs", m_progress.epoch},
                  {"steps", m_progress.updates},
                  {"train_loss", number(m_progress.epochLoss)},
                  {"val_loss", m_progress.validated ? number(m_progress.validationLoss) : Json(nullptr)},
                  {"metrics", Json::object()},
                  {"samples_per_second", samplesPerSecond()},
                  {"step_ms", batches > 0 ? 1000 * trainingSeconds() / batches : 0.0},
                  {"data_wait_share", trainingSeconds() > 0 ? wait / trainingSeconds() : 0.0},
                  {"peak_memory_bytes", peakResidentBytes()},
                  {"predicted_peak_memory_bytes", m_parts.predictedPeak},
                  {"seconds", m_progress.seconds + secondsSince(m_begin)}};
        if (const Json& watching = m_watch.end(m_progress.updates); watching.is_object()) json.update(watching);
        return json;
    }

    RunParts m_parts;
    Learner& m_learner;
    DataLoader& m_loader;
    RunRecord m_record;
    std::string m_device;
    GuardedObserver m_watch;
    TimeMachine m_past;
    Feeds m_feeds;
    Progress m_progress;
    const Listener* m_listener = nullptr;
    Clock::time_point m_begin, m_lastProgress;
    double m_recent = 0;
    int64_t m_recentCount = 0;
    double m_rate = 0, m_gradNorm = 0; // of the last update
    int64_t m_toldUpdates = -1;        // of the last progress
    bool m_stopped = false;            // early
    bool m_paused = false, m_stepping = false;
    double m_waited = 0; // seconds, for data, up to the last update
};

TrainSession::TrainSession(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
TrainSession::~TrainSession() = default;
Result<Json> TrainSession::run(const Listener& listener) { return m_impl->run(listener); }
Controls& TrainSession::controls() { return m_impl->controls; }
const std::string& TrainSession::runId() const { return m_impl->id(); }
Learner& TrainSession::learner() { return m_impl->learner(); }
const Dataset& TrainSession::trainingData() const { return m_impl->trainingData(); }
Status TrainSession::leaveSnapshot(int64_t update) { return m_impl->leaveSnapshot(update); }

Result<std::unique_ptr<TrainSession>> TrainSession::start(Document document, const SessionOptions& options)
{
    RunRecord record = DS_TRY(RunRecord::open(options.runsFolder));
    RunParts parts = DS_TRY(prepareRun(std::move(document), options.device, {}, false));
    DS_TRY(record.begin(options.run, parts.learner->document(), options.device, parts.seed));
    auto impl = std::make_unique<Impl>(std::move(parts), std::move(record), options);
    return std::unique_ptr<TrainSession>(new TrainSession(std::move(impl)));
}

Result<std::unique_ptr<TrainSession>> TrainSession::resume(const std::string& run, const SessionOptions& options,
                                                           const std::function<Status(Document&)>& changes)
{
    const std::string folder = runFolder(options.runsFolder, run);
    if (!fs::exists(folder))
        return Error{phrase("Training", "there is no run \"%1\" in %2").with({run, options.runsFolder}), "",
                     phrase("Training", "See `deepseek runs list`.")};
    LoadedRun loaded = DS_TRY(loadRun((fs::path(folder) / "last.ckpt").string()));
    if (changes) DS_TRY(changes(loaded.document));
    RunRecord record = DS_TRY(RunRecord::open(options.runsFolder));
    RunParts parts = DS_TRY(prepareRun(std::move(loaded.document), options.device, loaded.seed, true));
    DS_TRY(record.take(run));
    auto impl = std::make_unique<Impl>(std::move(parts), std::move(record), options);
    DS_TRY(impl->goOn(loaded.progress));
    return std::unique_ptr<TrainSession>(new TrainSession(std::move(impl)));
}

} // namespace ds
