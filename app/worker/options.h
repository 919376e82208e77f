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
    int64_t look = 0;    ///< a step of the run to make again, instead of going on; 0: none
    int64_t profile = 0; ///< steps of the project to measure, instead of training it; 0: none
    bool keepOutput = false;
};

/// The exit code, if the command line asks for help or is wrong.
std::optional<int> parse(int argc, char** argv, Options& options);

/// The project with the changes of the command line. Not for --resume.
Result<Document> projectOf(const Options& options);
Status applyChanges(const Options& options, Document& document);

} // namespace ds::worker
