// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QTimer>

#include <csignal>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "app/cli/training_view.h"
#include "app/link/client.h"
#include "app/link/descriptor.h"
#include "app/link/log_tail.h"
#include "core/store/run_store.h"
#include "core/train/run_folder.h"

namespace ds::cli {

namespace {

struct Options {
    std::string run, runs = "runs";
    bool json = false;
};

volatile std::sig_atomic_t interrupted = 0;

/// Shows a run until it ends, its worker dies, or the person leaves.
class Attached : public QObject {
public:
    Attached(const Options& options, const link::WorkerDescriptor& worker)
        : m_options(options), m_worker(worker), m_view(options.json, options.run)
    {
        constexpr int pollMilliseconds = 100, lookMilliseconds = 50;
        connect(&m_client, &link::LinkClient::happened, this, &Attached::show);
        connect(&m_client, &link::LinkClient::status, this, [this](const link::WorkerStatus& status) {
            if (status.ended()) leave(status.state == link::WorkerState::Failed ? tell(status.error) : 0);
        });
        connect(&m_client, &link::LinkClient::lost, this, [this](const QString& reason, bool final) {
            if (final) leave(tell(Error{reason.toStdString(), m_options.run, ""}));
        });
        connect(&m_look, &QTimer::timeout, this, &Attached::look);
        m_client.setPolling(pollMilliseconds);
        m_client.open(worker.socket);
        m_look.start(lookMilliseconds);
    }

private:
    void show(const QString& kind, const Json& data)
    {
        if (kind == QLatin1String("summary")) m_view.summary(data);
        else if (kind != QLatin1String("error")) m_view.show({kind.toStdString(), data});
    }

    void look()
    {
        if (interrupted) {
            m_view.leave();
            if (!m_options.json) fmt::print("Detached; the run goes on. See it again with `deepseek attach {}`.\n", m_options.run);
            leave(0);
        } else if (!m_client.connected() && !m_worker.alive()) {
            m_view.leave();
            leave(tellOfTheEnd());
        }
    }

    /// The process is gone and told us nothing.
    int tellOfTheEnd() const
    {
        const QString folder = QString::fromStdString(runFolder(m_options.runs, m_options.run));
        const std::string words = link::lastWords(folder).toStdString();
        return tell(Error{"the worker has ended without a word" + (words.empty() ? std::string() : ". It wrote: " + words), m_options.run,
                          "Go on from the last checkpoint with `deepseek train --resume " + m_options.run + "`."});
    }

    void leave(int exitCode)
    {
        m_client.close();
        m_look.stop();
        QCoreApplication::exit(exitCode);
    }

    Options m_options;
    link::WorkerDescriptor m_worker;
    TrainingView m_view;
    link::LinkClient m_client;
    QTimer m_look;
};

/// Why there is nothing to attach to.
Error noWorker(const Options& options)
{
    const std::string store = options.runs + "/runs.sqlite";
    Result<RunStore> records = RunStore::open(store, true);
    if (!records) return records.error();
    const Result<RunInfo> run = records->run(options.run);
    if (!run) return {"there is no run \"" + options.run + "\" in " + options.runs, "", "See `deepseek runs list`."};
    if (run->state == RunState::Finished) return {"the run has finished", options.run, "See `deepseek runs show " + options.run + "`."};
    return {"no worker is at work on the run", options.run, "Go on with it with `deepseek train --resume " + options.run + "`."};
}

int attach(const Options& options)
{
    const auto worker = link::WorkerDescriptor::read(QString::fromStdString(runFolder(options.runs, options.run)));
    if (!worker || !worker->alive()) return tell(noWorker(options));
    int argc = 1;
    char name[] = "deepseek";
    char* argv[] = {name, nullptr};
    QCoreApplication application(argc, argv);
    std::signal(SIGINT, [](int) { interrupted = 1; });
    std::signal(SIGTERM, [](int) { interrupted = 1; });
    const Attached attached(options, *worker);
    return QCoreApplication::exec();
}

} // namespace

void addAttach(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("attach", "Watch a run that a worker trains; Ctrl-C leaves it to itself");
    verb->add_option("run", options->run, "Run")->required();
    verb->add_option("--runs", options->runs, "Folder of all runs");
    verb->add_flag("--json", options->json, "One JSON object a line, the summary last");
    verb->callback([options, &outcome] { outcome.exitCode = attach(*options); });
}

} // namespace ds::cli
