// SPDX-License-Identifier: Apache-2.0
// What the RunStore holds, as plain values.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace ds {

enum class RunState { Running, Finished, Stopped, Failed, Paused };
std::string_view runStateName(RunState state);

/// Times are seconds since 1970, UTC.
struct RunInfo {
    std::string id, name = {}, project = {};
    std::string document = {}; ///< the project as JSON text
    std::string device = {};
    uint64_t seed = 0;
    double started = 0;
    double ended = 0; ///< 0: not yet
    RunState state = RunState::Running;
    std::string message = {};
};

struct ParamRecord {
    std::string name, value;
};

struct ScalarRecord {
    std::string name;
    int64_t step = 0;
    double epoch = 0; ///< with its fraction
    double time = 0;
    double value = std::numeric_limits<double>::quiet_NaN(); ///< NaN and infinities are kept
};

struct EventRecord {
    int64_t step = 0;
    double time = 0;
    std::string kind, text;
    std::string data; ///< JSON text or empty
};

struct HistogramRecord {
    std::string name;
    int64_t step = 0;
    std::vector<uint8_t> data; ///< as the recorder packed it
};

struct ArtifactRecord {
    std::string kind, path;
    int64_t step = 0;
    std::string note;
};

struct SummaryRecord {
    std::string name;
    double value = 0;
};

/// What a person noted about a run.
struct RunNote {
    bool star = false;
    std::vector<std::string> tags = {}; ///< without commas
    std::string note = {};
    double binned = 0; ///< when it was thrown into the bin; 0: it was not

    bool operator==(const RunNote&) const = default;
};

} // namespace ds
