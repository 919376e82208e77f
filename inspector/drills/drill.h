// SPDX-License-Identifier: Apache-2.0
// Projects that are well and the same with a fault in them: how well rules tell them apart.
#pragma once

#include <limits>
#include <map>
#include <optional>

#include "inspector/drills/fault.h"
#include "inspector/engine/remedy.h"

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

/// Every project with every fault that goes with it, several times where few do, and for each seed as many without any.
std::vector<Trial> allTrials(int seeds, int firstSeed = 1);

/// What becomes of a project with a fault, measured by its twin without: figures as in TrialResult.
struct Repair {
    double healthy = 0, nothing = 0, first = 0, random = 0;

    static constexpr double near = 0.05;
    bool isRepaired(double figure) const { return figure >= healthy - near; }
};
/// How good a model is, by its metrics: accuracy, or the share of variance that is explained; 0 of one that cannot be evaluated.
double figureOf(const std::vector<std::pair<std::string, double>>& metrics);

struct TrialResult {
    Trial trial;
    std::string place; ///< that is to blame, if there is one
    std::vector<Verdict> verdicts;
    std::map<const RuleSpec*, int64_t> told; ///< after how many updates each rule was told first, while the training went on
    /// Of the first cause that has any: the first remedy. And one by chance, of all that go with the project.
    std::optional<Proposal> first, random;
    double loss = std::numeric_limits<double>::quiet_NaN(); ///< on validation data, when it was evaluated last; nan: never
    std::vector<std::pair<std::string, double>> metrics;    ///< on test data, or else on validation data
    std::optional<Repair> repair;                           ///< see treat()
    double seconds = 0;

    bool says(std::string_view rule) const;
    /// After how many updates the planted rule was told; 0: never.
    int64_t detected() const;
    /// That the verdict of the planted rule names the planted layer.
    bool located() const;
    double figure() const { return figureOf(metrics); }
};
/// `remedy` is applied after the fault was planted.
Result<TrialResult> runTrial(const Trial& trial, const std::string& device, const QuickFix* remedy = nullptr);

/// Trains with the first remedy and with the random one, and sets `repair`; where there is none, it stays as it is.
Status treat(TrialResult& sick, const TrialResult& twin, const std::string& device);

/// Of one rule, or of all together.
struct Score {
    int planted = 0, found = 0; ///< trials with a fault that the rule has to find; those in which it spoke
    int right = 0, wrong = 0;   ///< trials in which it spoke with reason, and without
    int placed = 0, located = 0;
    int treated = 0, repaired = 0, byChance = 0, byItself = 0; ///< repaired by the first remedy, by a random one, by none
    std::vector<int64_t> detected;                             ///< after how many updates each of those that were found

    /// The middle one of those that were found; 0 if there is none.
    double stepsToDetection() const;
    double precision() const { return right + wrong > 0 ? static_cast<double>(right) / (right + wrong) : 1; }
    double recall() const { return planted > 0 ? static_cast<double>(found) / planted : 1; }
    void add(const Score& other);
};

struct Scores {
    std::map<std::string, Score> rules;
    Score all;
    int faulty = 0, healthy = 0;
    int alarms = 0, passing = 0; ///< healthy ones in which any rule spoke at the end; at any time
};
/// Verdicts about the machine and mere notices do not count.
Scores scoresOf(const std::vector<TrialResult>& results);

} // namespace ds::inspector
