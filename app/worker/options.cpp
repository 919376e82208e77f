// SPDX-License-Identifier: Apache-2.0
#include "app/worker/options.h"

#include <filesystem>

#include <CLI/CLI.hpp>

namespace ds::worker {

std::optional<int> parse(int argc, char** argv, Options& options)
{
    CLI::App app{"Trains one run in a process of its own. The workbench and `deepseek attach` connect to it."};
    app.name("deepseek-worker");
    app.set_version_flag("--version", std::string("deepseek-worker 0.1.0"));
    app.add_option("--runs", options.runs, "Folder of all runs");
    CLI::Option_group* what = app.add_option_group("what to train");
    what->add_option("--project", options.project, "Project file (.dsw)");
    what->add_option("--resume", options.resume, "Go on with this run from its last checkpoint");
    what->require_option(1);
    app.add_option("--run", options.id, "Id of the new run; made from time and name if it is missing");
    app.add_option("--folder", options.folder, "Where relative paths of the project start; its own folder if it is missing");
    app.add_option("--set", options.set, "Change a setting: training.batch_size=64, optimizer.learning_rate=1e-3, ...")
        ->allow_extra_args(false);
    app.add_option("--device", options.device, "Where to compute")->check(CLI::IsMember({"cpu", "reference"}));
    app.add_option("--threads", options.threads, "Threads of the kernels; 0: one for each core")->check(CLI::NonNegativeNumber);
    app.add_flag("--questions", options.questions,
                 "Instead of training: answer questions about the run or project, JSON objects on the standard input");
    app.add_flag("--keep-output", options.keepOutput, "Write to the terminal instead of worker.log, and end with the terminal");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? 0 : 2;
    }
    return {};
}

Status applyChanges(const Options& options, Document& document)
{
    for (const std::string& text : options.set) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos) return Error{phrase("Runs", "expects PATH=VALUE, got \"%1\"").with({text}), "--set", ""};
        const Status status = setByPath(document, std::string_view(text).substr(0, equals), text.substr(equals + 1));
        if (!status) return status.error().in("--set");
    }
    return {};
}

Result<Document> projectOf(const Options& options)
{
    Document document = DS_TRY(loadDocument(options.project));
    if (!options.folder.empty()) document.folder = std::filesystem::absolute(options.folder).string();
    DS_TRY(applyChanges(options, document));
    return document;
}

} // namespace ds::worker
