// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/document/document.h"

namespace ds::worker {

struct Options {
    std::string runs = "runs", project, resume, id, folder, device = "cpu";
    std::vector<std::string> set;
    int threads = 0;
    bool questions = false; ///< about the run or project, to answer instead of training
    bool keepOutput = false;
};

/// The exit code, if the command line asks for help or is wrong.
std::optional<int> parse(int argc, char** argv, Options& options);

/// The project with the changes of the command line. Not for --resume.
Result<Document> projectOf(const Options& options);
Status applyChanges(const Options& options, Document& document);

} // namespace ds::worker
