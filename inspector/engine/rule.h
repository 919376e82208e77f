// SPDX-License-Identifier: Apache-2.0
// What can be wrong with a training, and how it is told from what was seen. One rule is one file in rules/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/attributes.h"
#include "core/base/error.h"
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
    bool machine = false; ///< about how fast or full the machine is, not about what is learnt
    std::vector<AttrSpec> thresholds;
    void (*check)(const RuleCall& call, std::vector<Finding>& findings);
};

const std::vector<const RuleSpec*>& allRules();

struct Verdict {
    const RuleSpec* rule;
    Finding finding;
};

/// The verdicts of all rules, the gravest first, then the earliest. `thresholds` holds what differs from a rule's own, by its name; an
/// error if there is no such rule, threshold or value.
Result<std::vector<Verdict>> judge(const Trace& trace, const std::map<std::string, Attrs>& thresholds = {});

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
/// The last looks at a tensor, if there are that many and all satisfy; else none.
template <class Satisfies>
std::vector<const Trace::Look*> lastLooks(const Trace::Series& series, std::size_t count, Satisfies satisfies)
{
    std::vector<const Trace::Look*> looks;
    for (std::size_t i = series.looks.size(); i-- > 0 && looks.size() < count;) {
        if (!satisfies(series.looks[i])) return {};
        looks.insert(looks.begin(), &series.looks[i]);
    }
    return looks.size() == count ? looks : std::vector<const Trace::Look*>{};
}

} // namespace ds::inspector
