// SPDX-License-Identifier: Apache-2.0
// Projects that are well and the same with a fault in them: how well rules tell them apart.
#pragma once

#include <functional>
#include <map>

#include "inspector/drills/fault.h"
#include "inspector/engine/rule.h"

namespace ds::inspector {

/// A project that is well, as the text of a project file.
struct DrillProject {
    std::string_view name;
    const char* text;
};
const std::vector<DrillProject>& drillProjects();

/// Thresholds are set on one half of the trials and reported on the other.
enum class Half { Tuning, Reported };
const char* halfName(Half half);

/// One training: of which project, with which random numbers and which fault; null: none.
struct Trial {
    const DrillProject* project = nullptr;
    uint64_t seed = 0;
    const FaultSpec* fault = nullptr;
    Half half = Half::Tuning;
};

/// The project with its fault in it.
struct Exercise {
    Document document;
    Planted planted;
};
/// Asserts that the project's text is a project.
Exercise prepare(const Trial& trial);

/// Every project with every fault that goes with it, and for each seed as many without any.
std::vector<Trial> allTrials(int seeds);

struct TrialResult {
    Trial trial;
    std::string place; ///< that is to blame, if there is one
    std::vector<Verdict> verdicts;
    double loss = 0; ///< at the end, on validation data; nan if it was no number
    std::vector<std::pair<std::string, double>> metrics;
    double seconds = 0;

    bool says(std::string_view rule) const;
    /// That the verdict of the planted rule names the planted layer.
    bool located() const;
};
Result<TrialResult> runTrial(const Trial& trial, const std::string& device);

/// Of one rule, or of all together.
struct Score {
    int planted = 0, found = 0; ///< trials with a fault that the rule has to find; those in which it spoke
    int right = 0, wrong = 0;   ///< trials in which it spoke with reason, and without
    int placed = 0, located = 0;

    double precision() const { return right + wrong > 0 ? static_cast<double>(right) / (right + wrong) : 1; }
    double recall() const { return planted > 0 ? static_cast<double>(found) / planted : 1; }
    void add(const Score& other);
};

struct Scores {
    std::map<std::string, Score> rules;
    Score all;
    int faulty = 0, healthy = 0, alarms = 0; ///< alarms: healthy ones in which any rule spoke
};
/// Verdicts about the machine and mere notices do not count.
Scores scoresOf(const std::vector<TrialResult>& results);

} // namespace ds::inspector
