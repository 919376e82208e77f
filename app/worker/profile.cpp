// SPDX-License-Identifier: Apache-2.0
#include "app/worker/profile.h"

#include <nlohmann/json.hpp>

#include "app/link/status.h"
#include "app/worker/look.h"
#include "core/backends/cpu/cpu.h"
#include "core/train/run_parts.h"
#include "inspector/engine/step_profile.h"

namespace ds::worker {

namespace {

Result<inspector::StepProfile> measure(const Options& options)
{
    RunParts parts = DS_TRY(prepareRun(DS_TRY(projectOf(options)), options.device, {}, false));
    return inspector::profileSteps(parts, options.profile);
}

} // namespace

int profile(const Options& options)
{
    setCpuThreads(options.threads);
    const Result<inspector::StepProfile> seen = measure(options);
    if (seen) printLine({{"profile", inspector::profileToJson(*seen)}});
    else printLine({{"error", link::errorToJson(seen.error())}});
    return seen ? 0 : 1;
}

} // namespace ds::worker
