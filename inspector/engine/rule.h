// SPDX-License-Identifier: Apache-2.0
// What can be wrong with a training, and how it is told from what was seen. One rule is one file in rules/.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "inspector/engine/rule_settings.h"
#include "inspector/engine/trace.h"

namespace ds::inspector {

enum class Severity { Notice, Warning, Error };
/// "notice", "warning", "error".
const char* severityName(Severity severity);

struct RuleCall {
    const Trace& trace;
    const Attrs& thresholds; ///< complete
};

/// What a rule has found at one place.
struct Finding {
    std::string place;           ///< path of a layer, or name of a parameter; empty: the whole training
    int64_t first = 0, last = 0; ///< updates in which it was seen
    Phrase text;                 ///< one sentence with the numbers: "63 % of the units of conv2 give nothing any more."
};

struct RuleSpec {
    std::string_view name;  ///< "dead_relu"
    std::string_view title; ///< "Dead ReLU"
    std::string_view doc;   ///< what it means and why it happens, in plain words
    std::string_view source;
    Severity severity;
    bool initial = false;                        ///< about what is there before the first update
    bool machine = false;                        ///< about how fast or full the machine is, not about what is learnt
    std::vector<std::string_view> explains = {}; ///< rules whose findings may be the consequence
    std::vector<std::string_view> remedies = {}; ///< what helps, the best first; see remedy.h
    std::vector<AttrSpec> thresholds;
    void (*check)(const RuleCall& call, std::vector<Finding>& findings);
};

const std::vector<const RuleSpec*>& allRules();
/// Null if there is none of that name.
const RuleSpec* findRule(std::string_view name);

struct Verdict {
    const RuleSpec* rule;
    Finding finding;
    int because = -1; ///< the verdict that explains this one, by its place in the list; -1: nothing that was found
};

/// Rules that have thrown, and what.
using BrokenRules = std::map<const RuleSpec*, std::string>;
/// The verdicts of all rules: causes before what follows from them, then the gravest first, then the earliest. With `broken`, a rule that
/// throws is put there, and not asked again.
std::vector<Verdict> judge(const Trace& trace, const RuleSettings& settings = {}, BrokenRules* broken = nullptr);

// What several rules ask.

/// The middle one; 0 of none.
double median(std::vector<double> values);
/// "0.0123", "4.5e-08": three digits.
std::string numberText(double value);
/// "63" of 0.63.
std::string percentText(double share);
/// Of one figure over the first and over the last `window` steps; there have to be that many.
double earlyMedian(const Trace& trace, double Trace::Step::*figure, std::size_t window);
double lateMedian(const Trace& trace, double Trace::Step::*figure, std::size_t window);
/// Whether it is a matrix or a filter rather than a bias or a scale.
bool isWeight(const std::string& parameter);
/// Norms of updates to those of the weights themselves, look by look. Empty if the weights were not seen.
std::vector<double> updateRatios(const Trace& trace, const Trace::Series& updates);
/// Of each device, in rising order: its times over the last `reports`; empty if there are not as many.
std::vector<Trace::DeviceTimes> lateDeviceTimes(const Trace& trace, std::size_t reports);
/// The looks at a tensor since which all satisfy, if there are at least that many; else none.
template <class Satisfies>
std::vector<const Trace::Look*> lastLooks(const Trace::Series& series, std::size_t count, Satisfies satisfies)
{
    std::size_t begin = series.looks.size();
    while (begin > 0 && satisfies(series.looks[begin - 1])) --begin;
    std::vector<const Trace::Look*> looks;
    if (series.looks.size() - begin < std::max<std::size_t>(1, count)) return looks;
    for (; begin < series.looks.size(); ++begin) looks.push_back(&series.looks[begin]);
    return looks;
}

} // namespace ds::inspector
