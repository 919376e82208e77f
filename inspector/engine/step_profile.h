// SPDX-License-Identifier: Apache-2.0
// Where the time of a step goes, op by op, and what lies in memory meanwhile.
#pragma once

#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/json.h"
#include "inspector/engine/step_ops.h"

namespace ds {
struct RunParts;
}

namespace ds::inspector {

struct OpTime {
    std::string layer, op; ///< see StepOp
    Phase phase = Phase::Forward;
    double begin = 0, milliseconds = 0; ///< medians over the steps; `begin` as if one op followed on the other
    double flops = 0, bytes = 0;        ///< of one step; bytes: read and written, each operand once
};

/// What the step keeps in memory from one op to another, both included.
struct MemoryStretch {
    std::string layer; ///< whose op made what lies there first; empty: scratch memory
    int first = 0, last = 0;
    double bytes = 0;
};

struct StepProfile {
    int64_t steps = 0;       ///< that were measured
    double milliseconds = 0; ///< a step, median
    double waiting = 0;      ///< for data, mean of a step, beside it
    std::vector<OpTime> ops; ///< in the order of execution, views left out
    std::vector<MemoryStretch> memory;
    double arenaBytes = 0, stateBytes = 0;
    double limitFlops = 0, limitBytes = 0; ///< a second: the best that the engine's own kernels reach on this machine

    /// Of all ops of a phase.
    double of(Phase phase) const;
    /// In use while op `i` runs, states left out.
    double memoryAt(int op) const;
    /// How near to what the machine can do, by arithmetic or by memory, whichever is nearer: 1 is all of it.
    double shareOfLimit(double work, double moved, double time) const;
};

/// What a layer takes of a step.
struct LayerTime {
    std::string layer;
    double milliseconds[phases] = {};
    double flops = 0, bytes = 0;
    double sum() const { return milliseconds[0] + milliseconds[1] + milliseconds[2]; }
};
/// The dearest first. Parameters of the optimiser are counted for their layer.
std::vector<LayerTime> layerTimes(const StepProfile& profile);

/// Trains for `steps` steps behind a few that warm up, and measures the machine, which takes about a second. The weights are other ones
/// then.
Result<StepProfile> profileSteps(RunParts& parts, int64_t steps);

Json profileToJson(const StepProfile& profile);
Result<StepProfile> profileFromJson(const Json& json);

/// One step in the format of Chrome's tracing, for chrome://tracing, Perfetto and Holistic Trace Analysis: ops, and memory in use.
/// https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
Json chromeTrace(const StepProfile& profile);

} // namespace ds::inspector
