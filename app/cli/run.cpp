// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "app/cli/cli.h"

namespace ds::cli {

int run(int argc, char** argv)
{
    CLI::App app{"Draw, train and understand neural networks. `deepseek VERB --help` tells about each verb."};
    app.name("deepseek");
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string("deepseek 0.1.0"));
    Outcome outcome;
    addTrain(app, outcome);
    addAttach(app, outcome);
    addEvaluate(app, outcome);
    addPredict(app, outcome);
    addRuns(app, outcome);
    addCheck(app, outcome);
    addShow(app, outcome);
    addList(app, outcome);
    addBench(app, outcome);
    addInspect(app, outcome);
    addExplain(app, outcome);
    addEmbed(app, outcome);
    addProfile(app, outcome);
    addRates(app, outcome);
    addDrill(app, outcome);
    addDoctor(app, outcome);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? 0 : 2;
    } catch (const RunError& problem) {
        return tell(problem.error());
    } catch (const std::exception& problem) {
        return tell(Error{problem.what(), "", ""});
    }
    return outcome.exitCode;
}

} // namespace ds::cli
