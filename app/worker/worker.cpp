// SPDX-License-Identifier: Apache-2.0
#include "app/worker/worker.h"

#include <QTimer>

#include <cmath>
#include <cstdio>

#include <fmt/format.h>

#include "app/link/protocol.h"
#include "app/worker/weights.h"
#include "core/backends/cpu/cpu.h"
#include "core/train/prediction.h"

namespace ds::worker {

using link::WorkerState;

namespace {

Error hasEnded() { return {phrase("Runs", "the run has ended"), "", ""}; }

/// What a function gives that runs on the training thread: nothing that it throws may reach the session.
template <class Function>
Result<Json> guarded(Function function)
{
    try {
        return function();
    } catch (const RunError& problem) {
        return problem.error();
    } catch (const std::exception& problem) {
        return Error{problem.what(), "", ""};
    }
}

} // namespace

Worker::Worker(const std::string& run, const std::string& process, Open open, int threads)
    : m_open(std::move(open)), m_threads(threads),
      m_server(run, process,
               [this](const std::string& ask, const Json& request, const link::Answer& answer) { handle(ask, request, answer); })
{
}

Worker::~Worker()
{
    if (m_training.joinable()) m_training.join();
}

void Worker::start()
{
    m_training = std::thread([this] { train(); });
}

void Worker::stopFromSignal()
{
    m_stopSignalled = true;
    if (Controls* controls = m_signalled) controls->stopFromSignal();
}

void Worker::train()
{
    setCpuThreads(m_threads); // of this thread's team
    Result<std::unique_ptr<TrainSession>> session = m_open();
    if (!session) return end(session.error());
    TrainSession* const running = session->get();
    m_signalled = &running->controls();
    if (m_stopSignalled) running->controls().stopFromSignal();
    std::vector<Request> early;
    {
        const std::lock_guard lock(m_mutex);
        m_session = std::move(*session);
        early.swap(m_early);
    }
    for (const Request& request : early) request(*running);
    end(running->run([this](const TrainEvent& event) { seen(event); }));
}

void Worker::seen(const TrainEvent& event)
{
    const Json& d = event.data;
    {
        const std::lock_guard lock(m_mutex);
        link::WorkerStatus& s = m_status;
        if (d.contains("step")) s.step = d["step"].get<int64_t>();
        if (d.contains("learning_rate")) s.learningRate = link::numberFrom(d["learning_rate"]);
        if (event.kind == "start") {
            s.epochs = d["epochs"].get<int64_t>();
            s.steps = d["steps"].get<int64_t>();
            s.predictedMemoryBytes = d["predicted_peak_memory_bytes"].get<int64_t>();
            m_pace.restart(s.step);
            if (s.state == WorkerState::Starting) s.state = WorkerState::Running;
        } else if (event.kind == "progress") {
            s.epoch = d["epoch"].get<int64_t>();
            s.loss = link::numberFrom(d["loss"]);
            s.gradNorm = link::numberFrom(d["grad_norm"]);
            s.samplesPerSecond = d["samples_per_second"].get<double>();
            m_pace.reached(s.step);
        } else if (event.kind == "paused" || event.kind == "resumed") {
            if (s.state != WorkerState::Stopping) s.state = event.kind == "paused" ? WorkerState::Paused : WorkerState::Running;
            m_pace.restart(s.step);
        }
        s.secondsLeft = m_pace.secondsFor(s.steps - s.step);
    }
    m_events.push(event.kind, d);
}

void Worker::end(const Result<Json>& summary)
{
    m_signalled = nullptr;
    m_failed = !summary.ok();
    if (!summary) {
        fmt::print(stderr, "{}\n", summary.error().message());
        std::fflush(stderr);
    }
    // The event first: whoever sees the state of an end finds its event.
    if (summary) m_events.push("summary", *summary);
    else m_events.push("error", link::errorToJson(summary.error()));
    {
        const std::lock_guard lock(m_mutex);
        m_status.secondsLeft = 0;
        if (!summary) {
            m_status.state = WorkerState::Failed;
            m_status.error = summary.error();
        } else {
            m_status.state = summary->value("stopped", false) ? WorkerState::Stopped : WorkerState::Finished;
            m_status.summary = *summary;
            m_status.step = (*summary)["steps"].get<int64_t>();
        }
        m_early.clear();
    }
    QMetaObject::invokeMethod(this, &Worker::linger, Qt::QueuedConnection);
}

void Worker::linger()
{
    constexpr int graceMilliseconds = 1000, mostMilliseconds = 3000;
    // Who started a run that failed at once may still be on its way.
    QTimer::singleShot(graceMilliseconds, this, [this] {
        if (m_server.connections() == 0) emit done();
    });
    // Clients hang up once they have seen the end.
    connect(&m_server, &link::LinkServer::connectionsChanged, this, [this] {
        if (m_server.connections() == 0) emit done();
    });
    QTimer::singleShot(mostMilliseconds, this, &Worker::done);
}

Status Worker::withSession(Request request)
{
    const std::lock_guard lock(m_mutex);
    if (m_status.ended()) return hasEnded();
    if (m_session) request(*m_session);
    else m_early.push_back(std::move(request));
    return {};
}

void Worker::handle(const std::string& ask, const Json& request, const link::Answer& answer)
{
    if (ask == "poll") return answer(poll(request));
    if (ask == "predict" || ask == "tensor" || ask == "snapshot") return fetch(ask, request, answer);
    const Status status = command(ask, request);
    if (status) answer(Json::object());
    else answer(status.error());
}

Json Worker::poll(const Json& request)
{
    m_usage.sample();
    const bool known = request.contains("since") && request["since"].is_number_integer();
    // The state first: what is told of an end is then never ahead of its events.
    link::WorkerStatus status;
    {
        const std::lock_guard lock(m_mutex);
        status = m_status;
    }
    status.memoryBytes = m_usage.memoryBytes();
    status.cpuShare = m_usage.cpuShare();
    link::EventRing::Part part = m_events.since(known ? request["since"].get<int64_t>() : 0);
    Json events = Json::array();
    for (link::Event& event : part.events) events.push_back(Json::array({std::move(event.kind), std::move(event.data)}));
    return {
        {"status", statusToJson(status)}, {"events", std::move(events)}, {"next", part.next}, {"missed", part.missed}, {"more", part.more}};
}

Status Worker::command(const std::string& ask, const Json& request)
{
    const auto tell = [this](void (Controls::*what)()) { return withSession([what](TrainSession& s) { (s.controls().*what)(); }); };
    if (ask == "pause") return tell(&Controls::pause);
    if (ask == "resume") return tell(&Controls::resume);
    if (ask == "checkpoint") return tell(&Controls::checkpoint);
    if (ask == "evaluate") return tell(&Controls::evaluate);
    if (ask == "stop") {
        DS_TRY(tell(&Controls::stop));
        const std::lock_guard lock(m_mutex);
        if (!m_status.ended()) m_status.state = WorkerState::Stopping;
        return {};
    }
    if (ask == "step") {
        const Json updates = request.value("updates", Json(1));
        constexpr int64_t most = 1'000'000'000;
        if (!updates.is_number_integer() || updates < 1 || updates > most)
            return Error{phrase("Runs", "expects a number of updates, at least 1"), "step", ""};
        return withSession([n = updates.get<int64_t>()](TrainSession& s) { s.controls().step(n); });
    }
    if (ask == "learning_rate") {
        const Json rate = request.value("rate", Json(nullptr));
        if (!rate.is_null() && (!rate.is_number() || !std::isfinite(rate.get<double>()) || rate.get<double>() < 0))
            return Error{phrase("Runs", "expects a number, at least 0"), "learning rate", ""};
        std::optional<double> value;
        if (!rate.is_null()) value = rate.get<double>();
        return withSession([value](TrainSession& s) { s.controls().setLearningRate(value); });
    }
    return Error{phrase("Runs", "the worker does not know \"%1\"").with({ask}), "link", ""};
}

void Worker::fetch(const std::string& ask, const Json& request, const link::Answer& answer)
{
    const auto work = [ask, request, answer](TrainSession& session) {
        if (!answer.wanted()) return;
        answer(guarded([&]() -> Result<Json> {
            if (ask == "snapshot") {
                DS_TRY(session.leaveSnapshot(request.at("before").get<int64_t>() - 1));
                return Json::object();
            }
            if (ask == "tensor") return readWeights(session.learner(), request.at("name").get<std::string>(), link::mostElements);
            const Dataset& data = session.trainingData();
            const Json fitted = data.fitted();
            const int top = std::clamp(request.value("top", 3), 1, 1000);
            return predictSample(session.learner(), {fitted, data.fields()}, request.at("input"), top);
        }));
    };
    const Status status = withSession([work, answer](TrainSession& session) {
        if (!session.controls().post([work, &session] { work(session); })) answer(hasEnded());
    });
    if (!status) answer(status.error());
}

} // namespace ds::worker
