// SPDX-License-Identifier: Apache-2.0
#include "core/train/session.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/backends/cpu/cpu.h"
#include "core/data/loader.h"
#include "core/optim/schedule.h"
#include "core/store/file_lock.h"
#include "core/store/run_store.h"
#include "core/train/checkpointing.h"
#include "core/train/data_sets.h"
#include "core/train/evaluator.h"
#include "core/train/monitor.h"
#include "core/train/process_memory.h"
#include "core/train/run_folder.h"
#include "core/train/sample_verdicts.h"

namespace ds {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;
double secondsSince(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }
double now() { return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count(); }

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
    Impl(RunStore store, SessionOptions options) : m_store(std::move(store)), m_options(std::move(options)) {}

    static Result<std::unique_ptr<Impl>> open(const SessionOptions& options)
    {
        std::error_code problem;
        fs::create_directories(options.runsFolder, problem);
        if (problem) return Error{"the folder cannot be made: " + problem.message(), options.runsFolder, "Choose another with --runs."};
        RunStore store = DS_TRY(RunStore::open((fs::path(options.runsFolder) / "runs.sqlite").string()));
        return std::make_unique<Impl>(std::move(store), options);
    }

    /// Everything that can be wrong with a project before its first step.
    Status prepare(Document document, uint64_t seed, bool resumed = false)
    {
        m_seed = seed;
        if (const Errors errors = validate(trainingAttributes(), document.training); !errors.empty()) return errors.front().in("training");
        m_schedule = findSchedule(document.schedule.type.empty() ? "constant" : document.schedule.type);
        if (!m_schedule) {
            const std::string near = nearest(document.schedule.type, scheduleNames());
            return Error{"there is no schedule \"" + document.schedule.type + "\"", "schedule",
                         near.empty() ? "See `deepseek list schedules`." : "Did you mean \"" + near + "\"?"};
        }
        m_scheduleAttrs = document.schedule.attrs;
        if (const Errors errors = validate(scheduleAttributes(*m_schedule), m_scheduleAttrs); !errors.empty())
            return errors.front().in("schedule");
        m_metrics = DS_TRY(metricsFor(document));
        m_data = DS_TRY(openData(document, seed));
        m_learner = DS_TRY(Learner::create(document, {m_options.device, seed, 8}));
        const Attrs& t = m_learner->document().training;
        if (const std::string& origin = t.string("start_from"); !origin.empty() && !resumed) {
            // An absolute path stays what it is.
            const Status adopted = adoptWeights((fs::path(document.folder) / origin).string(), *m_learner);
            if (!adopted) return adopted.error().in("training.start_from");
        }
        m_batchSize = std::min<int64_t>(t.integer("batch_size"), m_data.train->size());
        m_evaluationBatch = t.integer("evaluation_batch_size") > 0 ? t.integer("evaluation_batch_size") : m_batchSize;
        m_accumulate = t.integer("accumulate");
        m_loader = std::make_unique<DataLoader>(m_data.train, LoaderSettings{m_batchSize, t.boolean("shuffle"), t.boolean("drop_last"),
                                                                             seed, static_cast<int>(t.integer("loader_threads")),
                                                                             static_cast<int>(t.integer("prefetch"))});
        for (const Field& field : m_data.train->fields()) m_feeds.push_back({field.name, {}});
        m_updatesPerEpoch = static_cast<double>(m_loader->batchesPerEpoch()) / static_cast<double>(m_accumulate);
        const int64_t limit = t.integer("steps");
        m_totalUpdates = static_cast<int64_t>(std::floor(m_updatesPerEpoch * static_cast<double>(t.integer("epochs"))));
        if (limit > 0) m_totalUpdates = limit;
        return plan();
    }

    Status startNew(const Document& document)
    {
        m_id = m_options.run.empty() ? newRunId(m_options.runsFolder, document.name) : m_options.run;
        std::error_code problem;
        fs::create_directories(folder(), problem);
        if (problem) return Error{"the folder cannot be made: " + problem.message(), folder(), ""};
        DS_TRY(lock());
        RunInfo info{m_id,
                     document.name,
                     document.name,
                     writeJson(documentToJson(m_learner->document())),
                     m_options.device,
                     m_seed,
                     now(),
                     0,
                     RunState::Running,
                     ""};
        DS_TRY(m_store.add(info));
        m_writer.emplace(m_store.writer(m_id));
        for (const auto& [name, value] : m_learner->document().optimizer.attrs)
            m_writer->add(ParamRecord{"optimizer." + name, attrText(value)});
        for (const auto& [name, value] : m_learner->document().training) m_writer->add(ParamRecord{"training." + name, attrText(value)});
        DS_TRY(m_writer->flush());
        return saveDocument(m_learner->document(), (fs::path(folder()) / "project.dsw").string());
    }

    Status goOn(const std::string& run, const Progress& progress)
    {
        m_id = run;
        DS_TRY(lock());
        DS_TRY(loadTensors(checkpointPath("last"), *m_learner));
        m_progress = progress;
        m_learner->setProgress(progress.updates, progress.accumulated);
        m_loader->seek(progress.epoch, progress.batch);
        DS_TRY(m_store.setState(m_id, RunState::Running));
        m_writer.emplace(m_store.writer(m_id));
        return {};
    }

    Result<Json> run(const Listener& listener)
    {
        m_listener = &listener;
        m_begin = Clock::now();
        Result<Json> summary = guardedLoop();
        if (!summary) finish(RunState::Failed, summary.error().message());
        for (const auto& work : controls.close()) work();
        return summary;
    }

    Controls controls;
    const std::string& id() const { return m_id; }
    Learner& learner() { return *m_learner; }
    const Dataset& trainingData() const { return *m_data.train; }

private:
    Result<Json> guardedLoop()
    {
        try {
            return loop();
        } catch (const RunError& problem) {
            return problem.error();
        } catch (const std::bad_alloc&) {
            return Error{"out of memory", "", "Make the batch smaller."};
        }
    }

    Status lock()
    {
        Result<FileLock> taken = FileLock::take((fs::path(folder()) / "lock").string());
        if (!taken) return taken.error().in("run " + m_id);
        m_lock.emplace(std::move(taken).value());
        return {};
    }
    std::string folder() const { return runFolder(m_options.runsFolder, m_id); }
    std::string checkpointPath(const char* name) const { return (fs::path(folder()) / (std::string(name) + ".ckpt")).string(); }
    const Attrs& training() const { return m_learner->document().training; }

    /// Makes all plans that the run will need, largest first, so that memory is known and no step waits for one.
    Status plan()
    {
        const int64_t rest = training().boolean("drop_last") ? 0 : m_data.train->size() % m_batchSize;
        DS_TRY(m_learner->prepare(batchTypes(*m_data.train, m_batchSize), Learner::Purpose::Update));
        if (m_accumulate > 1) DS_TRY(m_learner->prepare(batchTypes(*m_data.train, m_batchSize), Learner::Purpose::Accumulate));
        if (rest) DS_TRY(m_learner->prepare(batchTypes(*m_data.train, rest), Learner::Purpose::Update));
        for (const auto& set : {m_data.validation, m_data.test}) {
            if (!set) continue;
            const int64_t size = std::min(m_evaluationBatch, set->size());
            DS_TRY(m_learner->prepare(batchTypes(*set, size), Learner::Purpose::Evaluate));
            if (set->size() % size) DS_TRY(m_learner->prepare(batchTypes(*set, set->size() % size), Learner::Purpose::Evaluate));
        }
        // What is resident now stays; the arena has not been touched, nor have the batches to come. A checkpoint holds one state at a
        // time. The rest is code and tables of libraries that are first used while training, HDF5 most of all: they do not grow with
        // the model.
        constexpr std::size_t libraries = std::size_t{4} << 20;
        std::size_t largestState = 0;
        for (const StateStore::Entry& entry : m_learner->states().entries()) largestState = std::max(largestState, entry.type.bytes());
        m_predictedPeak = residentBytes() + m_learner->untouchedBytes() + m_loader->bufferBytes() + largestState + libraries;
        return {};
    }

    void emit(const char* kind, Json data) { (*m_listener)({kind, std::move(data)}); }

    double learningRate() const
    {
        const double base = m_learner->document().optimizer.attrs.number("learning_rate");
        if (m_progress.hasRate) return m_progress.rate;
        return base * scheduleFactor(*m_schedule, m_scheduleAttrs, static_cast<double>(m_progress.updates),
                                     static_cast<double>(m_totalUpdates), m_updatesPerEpoch, m_progress.reductions);
    }

    double epochNow() const
    {
        return static_cast<double>(m_progress.epoch) +
               static_cast<double>(m_progress.batch) / static_cast<double>(std::max<int64_t>(1, m_loader->batchesPerEpoch()));
    }

    void scalar(const std::string& name, double value) { m_writer->add(ScalarRecord{name, m_progress.updates, epochNow(), now(), value}); }

    bool done() const { return m_progress.updates >= m_totalUpdates || m_stopped; }

    Result<Json> loop()
    {
        emit("start", {{"run", m_id},
                       {"parameters", parameterCount()},
                       {"samples", m_data.train->size()},
                       {"epochs", training().integer("epochs")},
                       {"steps", m_totalUpdates},
                       {"step", m_progress.updates},
                       {"device", m_options.device},
                       {"threads", cpuThreads()},
                       {"predicted_peak_memory_bytes", m_predictedPeak}});
        Batch batch;
        while (!done()) {
            DS_TRY(obey());
            if (controls.stopping()) return stopped();
            if (m_data.train->size() > 0 && !m_loader->next(batch)) {
                DS_TRY(endOfEpoch());
                continue;
            }
            DS_TRY(step(batch));
        }
        if (m_progress.batch > 0 && !m_stopped) DS_TRY(endOfEpoch());
        return summary();
    }

    Status step(const Batch& batch)
    {
        const auto begin = Clock::now();
        for (std::size_t i = 0; i < m_feeds.size(); ++i) m_feeds[i].value = batch.fields[i];
        const double rate = learningRate();
        const StepResult result = DS_TRY(m_learner->step(m_feeds, rate));
        m_progress.stepSeconds += secondsSince(begin);
        m_progress.samples += result.samples;
        m_progress.accumulated = m_learner->accumulated();
        m_progress.batch = batch.index + 1;
        m_progress.lossSum += result.loss;
        ++m_progress.lossCount;
        m_recent = m_recentCount++ == 0 ? result.loss : 0.98 * m_recent + 0.02 * result.loss;
        if (m_learner->updates() == m_progress.updates) return {};
        m_progress.updates = m_learner->updates();
        controls.updated();
        m_gradNorm = result.gradNorm;
        scalar("train/loss", result.loss);
        scalar("train/learning_rate", rate);
        scalar("train/grad_norm", result.gradNorm);
        const int64_t validateEvery = training().integer("validate_every"), checkpointEvery = training().integer("checkpoint_every");
        if (validateEvery > 0 && m_progress.updates % validateEvery == 0) DS_TRY(validateNow(Judged::Yes));
        if (checkpointEvery > 0 && m_progress.updates % checkpointEvery == 0) DS_TRY(checkpoint("last"));
        if (secondsSince(m_lastProgress) >= progressInterval) DS_TRY(progress());
        return {};
    }

    Status progress()
    {
        m_lastProgress = Clock::now();
        scalar("train/samples_per_second", samplesPerSecond());
        m_toldUpdates = m_progress.updates;
        DS_TRY(m_writer->flush());
        emit("progress", {{"epoch", m_progress.epoch + 1},
                          {"epochs", training().integer("epochs")},
                          {"step", m_progress.updates},
                          {"steps", m_totalUpdates},
                          {"loss", number(m_recent)},
                          {"learning_rate", learningRate()},
                          {"grad_norm", number(m_gradNorm)},
                          {"samples_per_second", samplesPerSecond()}});
        return {};
    }

    double trainingSeconds() const { return m_progress.stepSeconds + m_loader->waitSeconds(); }
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
            const std::string text = rate ? "The learning rate was set to " + attrText(*rate)
                                          : "The learning rate follows the schedule again: " + attrText(learningRate());
            m_writer->add(EventRecord{m_progress.updates, now(), "learning_rate", text, ""});
            DS_TRY(m_writer->flush());
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
        DS_TRY(m_writer->flush());
        DS_TRY(m_store.setState(m_id, RunState::Paused));
        if (m_progress.updates != m_toldUpdates && m_recentCount > 0) DS_TRY(progress());
        emit("paused", {{"step", m_progress.updates}});
        return {};
    }

    Status resumed()
    {
        m_paused = false;
        const int64_t updates = controls.allowed();
        m_stepping = updates > 0;
        DS_TRY(m_store.setState(m_id, RunState::Running));
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
        if (!m_data.validation) {
            emit("validation", {{"epoch", m_progress.epoch}, {"step", m_progress.updates}, {"train_loss", number(m_progress.epochLoss)}});
            return {};
        }
        const EvaluationResult result = DS_TRY(evaluateAll(*m_learner, m_data.validation, m_evaluationBatch, loaderThreads(), m_metrics));
        m_progress.validationLoss = result.loss;
        m_progress.validated = true;
        scalar("validation/loss", result.loss);
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
            m_writer->add(EventRecord{m_progress.updates, now(), "metric/" + name, "", std::move(text)});
            details[name] = value;
        }
        addSamples(result, "validation");
        if (judged == Judged::Yes) DS_TRY(apply(DS_TRY(judge(result, training(), *m_schedule, m_scheduleAttrs, m_progress))));
        DS_TRY(m_writer->flush());
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

    int loaderThreads() const { return static_cast<int>(training().integer("loader_threads")); }

    Status apply(const Verdict& verdict)
    {
        const auto event = [&](const char* kind, std::string text) {
            m_writer->add(EventRecord{m_progress.updates, now(), kind, std::move(text), ""});
        };
        if (verdict.reduceRate) event("plateau", "The learning rate was reduced");
        if (verdict.stop) event("early_stopping", "No improvement in " + std::to_string(m_progress.withoutImprovement) + " validations");
        m_stopped = m_stopped || verdict.stop;
        return verdict.best ? checkpoint("best") : Status();
    }

    Status checkpoint(const char* name)
    {
        Progress progress = m_progress;
        progress.seconds += secondsSince(m_begin);
        progress.stepSeconds += m_loader->waitSeconds();
        DS_TRY(m_writer->flush());
        DS_TRY(saveCheckpoint(checkpointPath(name), *m_learner, progress, m_data.train->fitted(), m_seed));
        m_writer->add(ArtifactRecord{std::string("checkpoint/") + name, checkpointPath(name), m_progress.updates, ""});
        m_writer->add(EventRecord{m_progress.updates, now(), std::string("checkpoint/") + name, "", ""});
        DS_TRY(m_writer->flush());
        emit("checkpoint", {{"step", m_progress.updates}, {"path", checkpointPath(name)}});
        return {};
    }

    void finish(RunState state, const std::string& message)
    {
        if (m_writer) (void)m_writer->flush().ok();
        (void)m_store.setState(m_id, state, now(), message).ok();
    }

    Result<Json> stopped()
    {
        DS_TRY(checkpoint("last"));
        finish(RunState::Stopped, "Stopped by the user.");
        emit("stopped", {{"step", m_progress.updates}});
        Json json = figures();
        json["stopped"] = true;
        return json;
    }

    /// The samples that are easiest and hardest now.
    void addSamples(const EvaluationResult& result, const char* set)
    {
        if (!result.best.empty()) m_writer->add(EventRecord{m_progress.updates, now(), "samples", "", verdictsJson(result, set).dump()});
    }

    Result<Json> summary()
    {
        // After early stopping the best weights are the result.
        if (m_stopped && m_progress.hasBest) DS_TRY(loadTensors(checkpointPath("best"), *m_learner));
        const std::shared_ptr<const Dataset> last = m_data.test ? m_data.test : m_data.validation;
        Json metrics = Json::object();
        if (last) {
            const EvaluationResult result = DS_TRY(evaluateAll(*m_learner, last, m_evaluationBatch, loaderThreads(), m_metrics));
            for (const auto& [name, value] : result.metrics) {
                metrics[name] = number(value);
                m_writer->add(SummaryRecord{name, value});
            }
            if (m_data.test) {
                metrics["test_loss"] = number(result.loss);
                m_writer->add(SummaryRecord{"test_loss", result.loss});
            }
            for (const auto& [name, details] : result.details)
                m_writer->add(EventRecord{m_progress.updates, now(), "metric/" + name, "", details.dump()});
            addSamples(result, m_data.test ? "test" : "validation");
        }
        Json json = figures();
        json["metrics"] = metrics;
        m_writer->add(SummaryRecord{"train_loss", m_progress.epochLoss});
        if (m_progress.validated) m_writer->add(SummaryRecord{"val_loss", m_progress.validationLoss});
        m_writer->add(SummaryRecord{"samples_per_second", samplesPerSecond()});
        DS_TRY(m_writer->flush());
        finish(RunState::Finished, "");
        return json;
    }

    Json figures() const
    {
        const double wait = m_loader->waitSeconds();
        const double batches = static_cast<double>(m_progress.samples) / static_cast<double>(m_batchSize);
        return {{"run", m_id},
                {"epochs", m_progress.epoch},
                {"steps", m_progress.updates},
                {"train_loss", number(m_progress.epochLoss)},
                {"val_loss", m_progress.validated ? number(m_progress.validationLoss) : Json(nullptr)},
                {"metrics", Json::object()},
                {"samples_per_second", samplesPerSecond()},
                {"step_ms", batches > 0 ? 1000 * trainingSeconds() / batches : 0.0},
                {"data_wait_share", trainingSeconds() > 0 ? wait / trainingSeconds() : 0.0},
                {"peak_memory_bytes", peakResidentBytes()},
                {"predicted_peak_memory_bytes", m_predictedPeak},
                {"seconds", m_progress.seconds + secondsSince(m_begin)}};
    }

    int64_t parameterCount() const
    {
        int64_t count = 0;
        for (const StateStore::Entry& entry : m_learner->states().entries())
            if (entry.kind == InputKind::Parameter) count += entry.type.count();
        return count;
    }

    RunStore m_store;
    SessionOptions m_options;
    std::string m_id;
    std::optional<FileLock> m_lock; // of the run, while it is at work
    std::optional<RunWriter> m_writer;
    uint64_t m_seed = 0;
    const ScheduleSpec* m_schedule = nullptr;
    Attrs m_scheduleAttrs;
    std::vector<const MetricSpec*> m_metrics;
    DataSets m_data;
    std::unique_ptr<Learner> m_learner;
    std::unique_ptr<DataLoader> m_loader;
    Feeds m_feeds;
    int64_t m_batchSize = 1, m_evaluationBatch = 1, m_accumulate = 1, m_totalUpdates = 0;
    double m_updatesPerEpoch = 1;
    std::size_t m_predictedPeak = 0;
    Progress m_progress;
    const Listener* m_listener = nullptr;
    Clock::time_point m_begin, m_lastProgress;
    double m_recent = 0;
    int64_t m_recentCount = 0;
    double m_gradNorm = 0;
    int64_t m_toldUpdates = -1; // of the last progress
    bool m_stopped = false;     // early
    bool m_paused = false, m_stepping = false;
};

TrainSession::TrainSession(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
TrainSession::~TrainSession() = default;
Result<Json> TrainSession::run(const Listener& listener) { return m_impl->run(listener); }
Controls& TrainSession::controls() { return m_impl->controls; }
const std::string& TrainSession::runId() const { return m_impl->id(); }
Learner& TrainSession::learner() { return m_impl->learner(); }
const Dataset& TrainSession::trainingData() const { return m_impl->trainingData(); }

Result<std::unique_ptr<TrainSession>> TrainSession::start(Document document, const SessionOptions& options)
{
    std::unique_ptr<Impl> impl = DS_TRY(Impl::open(options));
    if (const Errors errors = validate(trainingAttributes(), document.training); !errors.empty()) return errors.front().in("training");
    const auto seed = static_cast<uint64_t>(document.training.integer("seed"));
    DS_TRY(impl->prepare(document, seed));
    DS_TRY(impl->startNew(document));
    return std::unique_ptr<TrainSession>(new TrainSession(std::move(impl)));
}

Result<std::unique_ptr<TrainSession>> TrainSession::resume(const std::string& run, const SessionOptions& options,
                                                           const std::function<Status(Document&)>& changes)
{
    const std::string path = (fs::path(runFolder(options.runsFolder, run)) / "last.ckpt").string();
    if (!fs::exists(runFolder(options.runsFolder, run)))
        return Error{"there is no run \"" + run + "\" in " + options.runsFolder, "", "See `deepseek runs list`."};
    LoadedRun loaded = DS_TRY(loadRun(path));
    if (changes) DS_TRY(changes(loaded.document));
    std::unique_ptr<Impl> impl = DS_TRY(Impl::open(options));
    DS_TRY(impl->prepare(loaded.document, loaded.seed, true));
    DS_TRY(impl->goOn(run, loaded.progress));
    return std::unique_ptr<TrainSession>(new TrainSession(std::move(impl)));
}

} // namespace ds
