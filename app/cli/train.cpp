// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "app/cli/training_view.h"
#include "core/backends/cpu/cpu.h"
#include "inspector/engine/recorder.h"

namespace ds::cli {

namespace {

struct Options {
    std::string project, device = "cpu", runs = "runs", resume;
    std::vector<std::string> set;
    int64_t epochs = 0, steps = 0, seed = -1;
    std::string precision;
    std::size_t memory = 0;
    int threads = 0;
    bool json = false;
};

Status apply(const Options& options, Document& document)
{
    DS_TRY(changeSettings(document, options.set));
    if (options.epochs > 0) document.training.set("epochs", options.epochs);
    if (options.steps > 0) document.training.set("steps", options.steps);
    if (options.seed >= 0) document.training.set("seed", options.seed);
    setMemoryBudget(document, options.memory);
    setPrecision(document, options.precision);
    return {};
}

Controls* interrupted = nullptr;

/// The first Ctrl-C asks to stop after the step at hand; the second ends at once.
void onInterrupt(int signal)
{
    if (interrupted) interrupted->stopFromSignal();
    interrupted = nullptr;
    std::signal(signal, SIG_DFL);
}

Result<std::unique_ptr<TrainSession>> open(const Options& options, std::string& title)
{
    const SessionOptions session{options.runs, options.device, "", std::make_shared<inspector::Recorder>()};
    if (!options.resume.empty()) {
        title = options.resume;
        return TrainSession::resume(options.resume, session, [&](Document& document) { return apply(options, document); });
    }
    Document document = DS_TRY(loadDocument(options.project));
    DS_TRY(apply(options, document));
    title = document.name;
    return TrainSession::start(std::move(document), session);
}

int train(const Options& options)
{
    setCpuThreads(options.threads);
    if (options.project.empty() && options.resume.empty())
        return tell(Error{"names neither a project nor a run to go on with", "train", "Write `deepseek train PROJECT` or --resume RUN."});
    std::string title;
    Result<std::unique_ptr<TrainSession>> session = open(options, title);
    if (!session) return tell(session.error());
    interrupted = &(*session)->controls();
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
    TrainingView view(options.json, title);
    const Result<Json> summary = (*session)->run([&](const TrainEvent& event) { view.show(event); });
    interrupted = nullptr;
    if (!summary) return tell(summary.error());
    view.summary(*summary);
    return 0;
}

} // namespace

void addTrain(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("train", "Train a project, or go on with a run");
    verb->add_option("project", options->project, "Project file (.dsw)");
    addSetOption(*verb, options->set);
    verb->add_option("--epochs", options->epochs, "Passes over the data")->check(CLI::PositiveNumber);
    verb->add_option("--steps", options->steps, "End after so many updates")->check(CLI::PositiveNumber);
    verb->add_option("--device", options->device, "Where to compute")->check(CLI::IsMember({"cpu", "reference"}));
    verb->add_option("--seed", options->seed, "Seed of all random numbers")->check(CLI::NonNegativeNumber);
    addPrecisionOption(*verb, options->precision);
    addMemoryOption(*verb, options->memory);
    verb->add_option("--threads", options->threads, "Threads of the kernels; 0: one for each core")->check(CLI::NonNegativeNumber);
    verb->add_option("--runs", options->runs, "Folder of all runs");
    verb->add_option("--resume", options->resume, "Go on with this run from its last checkpoint");
    verb->add_flag("--json", options->json, "One JSON object a line, the summary last");
    verb->callback([options, &outcome] { outcome.exitCode = train(*options); });
}

} // namespace ds::cli
