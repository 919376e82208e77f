// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "core/train/inspect_project.h"

namespace ds::cli {

namespace {

Errors problemsOf(const std::string& project)
{
    Errors errors;
    Result<Document> document = loadDocument(project, &errors);
    if (!document) return errors.empty() ? Errors{document.error()} : errors;
    return checkProject(std::move(*document)).errors;
}

int check(const std::string& project, bool json)
{
    const Errors errors = problemsOf(project);
    if (json) {
        for (const Error& error : errors)
            printLine({{"event", "error"}, {"where", error.where}, {"text", error.text.english()}, {"hint", error.hint.english()}});
        printLine({{"event", "summary"}, {"project", project}, {"errors", errors.size()}});
        return errors.empty() ? 0 : 1;
    }
    if (!errors.empty()) return tell(errors);
    fmt::print("{}: no errors.\n", project);
    return 0;
}

} // namespace

void addCheck(CLI::App& app, Outcome& outcome)
{
    struct Options {
        std::string project;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("check", "Look for errors in a project; tells all of them");
    verb->add_option("project", options->project, "Project file (.dsw)")->required();
    verb->add_flag("--json", options->json, "One JSON object a line");
    verb->callback([options, &outcome] { outcome.exitCode = check(options->project, options->json); });
}

} // namespace ds::cli
