// SPDX-License-Identifier: Apache-2.0
#include "app/worker/questions.h"

#include <chrono>
#include <cstdio>
#include <iostream>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/link/status.h"
#include "core/backends/cpu/cpu.h"
#include "inspector/engine/laboratory.h"

namespace ds::worker {

namespace {

void printLine(const Json& line)
{
    fmt::print("{}\n", line.dump(-1, ' ', false, Json::error_handler_t::replace));
    std::fflush(stdout);
}

} // namespace

int answerQuestions(const Options& options)
{
    setCpuThreads(options.threads);
    std::optional<inspector::Laboratory> laboratory;
    if (!options.resume.empty()) {
        laboratory.emplace(options.runs, options.resume, options.device);
    } else if (Result<Document> project = projectOf(options)) {
        laboratory.emplace(std::move(project).value(), options.device);
    } else {
        printLine({{"error", link::errorToJson(project.error())}});
        return 1;
    }
    std::chrono::steady_clock::time_point next;
    const auto tell = [&](int64_t update) {
        const auto now = std::chrono::steady_clock::now();
        if (now < next) return;
        next = now + std::chrono::milliseconds(100);
        printLine({{"at", update}});
    };
    for (std::string line; std::getline(std::cin, line);) {
        const Result<Json> answer = laboratory->answer(Json::parse(line, nullptr, false), tell);
        if (answer) printLine({{"answer", *answer}});
        else printLine({{"error", link::errorToJson(answer.error())}});
    }
    return 0;
}

} // namespace ds::worker
