// SPDX-License-Identifier: Apache-2.0
#include "app/worker/look.h"

#include <chrono>
#include <cstdio>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/link/status.h"
#include "core/backends/cpu/cpu.h"
#include "inspector/engine/made_again.h"

namespace ds::worker {

void printLine(const Json& line)
{
    fmt::print("{}\n", line.dump(-1, ' ', false, Json::error_handler_t::replace));
    std::fflush(stdout);
}

int look(const Options& options)
{
    setCpuThreads(options.threads);
    std::chrono::steady_clock::time_point next;
    const auto tell = [&](int64_t update) {
        const auto now = std::chrono::steady_clock::now();
        if (now < next) return;
        next = now + std::chrono::milliseconds(100);
        printLine({{"at", update}});
    };
    const Result<inspector::MadeAgain> again = inspector::makeAgain(options.runs, options.resume, options.look, options.device, tell);
    if (again) printLine({{"made_again", inspector::madeAgainToJson(*again)}});
    else printLine({{"error", link::errorToJson(again.error())}});
    return again ? 0 : 1;
}

} // namespace ds::worker
