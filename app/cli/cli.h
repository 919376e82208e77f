// SPDX-License-Identifier: Apache-2.0
// The command line `deepseek`. Each verb is one file with one function that adds it to the program.
#pragma once

#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/json.h"

namespace CLI {
class App;
}

namespace ds {
struct Document;
}

namespace ds::cli {

/// What a verb ends with: 0, or 1 after an error that has been told. Wrong usage is 2 and comes from the parser.
struct Outcome {
    int exitCode = 0;
};

void addTrain(CLI::App& app, Outcome& outcome);
void addAttach(CLI::App& app, Outcome& outcome);
void addEvaluate(CLI::App& app, Outcome& outcome);
void addPredict(CLI::App& app, Outcome& outcome);
void addRuns(CLI::App& app, Outcome& outcome);
void addCheck(CLI::App& app, Outcome& outcome);
void addShow(CLI::App& app, Outcome& outcome);
void addList(CLI::App& app, Outcome& outcome);
void addBench(CLI::App& app, Outcome& outcome);
void addInspect(CLI::App& app, Outcome& outcome);
void addExplain(CLI::App& app, Outcome& outcome);
void addEmbed(CLI::App& app, Outcome& outcome);
void addProfile(CLI::App& app, Outcome& outcome);
void addRates(CLI::App& app, Outcome& outcome);
void addDrill(CLI::App& app, Outcome& outcome);
void addDoctor(CLI::App& app, Outcome& outcome);

/// `--set PATH=VALUE`, any number of times, and what it changes.
void addSetOption(CLI::App& verb, std::vector<std::string>& changes);
Status changeSettings(Document& document, const std::vector<std::string>& changes);
/// `--memory 2GiB`, in bytes, and what it sets in a document; 0: the document's own budget counts.
void addMemoryOption(CLI::App& verb, std::size_t& bytes);
void setMemoryBudget(Document& document, std::size_t bytes);
/// `--precision bf16`; empty: the document's own counts.
void addPrecisionOption(CLI::App& verb, std::string& precision);
void setPrecision(Document& document, const std::string& precision);

/// Runs the program; what main() does.
int run(int argc, char** argv);

/// Tells errors on stderr, one paragraph each; gives 1.
int tell(const Error& error);
int tell(const Errors& errors);

/// One JSON object on one line, at once.
void printLine(const Json& json);

/// Null for what is no number or infinite, which JSON lacks.
Json number(double value);
/// "421 834": thin groups of three.
std::string grouped(int64_t number);
/// "1.5 GiB"
std::string bytesText(double bytes);
/// "1:23:45" or "0:08"
std::string durationText(double seconds);
/// Columns of equal width, the first line underlined.
std::string table(const std::vector<std::vector<std::string>>& rows);

} // namespace ds::cli
