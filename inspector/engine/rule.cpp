// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

#include <algorithm>
#include <cstdio>
#include <tuple>

namespace ds::inspector {

#define DS_RULE(name) extern const RuleSpec rule_##name;
#include "rules.inc"
#undef DS_RULE

const std::vector<const RuleSpec*>& allRules()
{
    static const std::vector<const RuleSpec*> list = {
#define DS_RULE(name) &rule_##name,
#include "rules.inc"
#undef DS_RULE
    };
    return list;
}

const RuleSpec* findRule(std::string_view name)
{
    const auto at = std::find_if(allRules().begin(), allRules().end(), [&](const RuleSpec* rule) { return rule->name == name; });
    return at == allRules().end() ? nullptr : *at;
}

const char* severityName(Severity severity)
{
    constexpr const char* names[] = {"notice", "warning", "error"};
    return names[static_cast<int>(severity)];
}

namespace {

bool explains(const RuleSpec& cause, const RuleSpec& effect)
{
    return std::find(cause.explains.begin(), cause.explains.end(), effect.name) != cause.explains.end();
}

/// How many causes may stand one behind another before a rule.
int depthOf(const RuleSpec& rule)
{
    static const std::map<const RuleSpec*, int> depths = [] {
        std::map<const RuleSpec*, int> found;
        // Longest paths: each round reaches one rule further, and there are no circles.
        for (std::size_t round = 0; round < allRules().size(); ++round)
            for (const RuleSpec* cause : allRules())
                for (const RuleSpec* effect : allRules())
                    if (explains(*cause, *effect)) found[effect] = std::max(found[effect], 1 + found[cause]);
        return found;
    }();
    const auto at = depths.find(&rule);
    return at == depths.end() ? 0 : at->second;
}

/// Whether one finding can be the consequence of another. What is there before the first update, no update has brought about.
bool explains(const Verdict& cause, const Verdict& effect)
{
    if (!explains(*cause.rule, *effect.rule)) return false;
    const bool fromTheStart = !effect.finding.place.empty() && effect.finding.first <= 1;
    return !fromTheStart || cause.finding.first == 0 || cause.rule->initial;
}

/// Sorts and sets `because` to the nearest of the causes that were found.
void order(std::vector<Verdict>& verdicts)
{
    const std::vector<Verdict> all = verdicts;
    const auto isExplained = [&](const Verdict& verdict) {
        return std::any_of(all.begin(), all.end(), [&](const Verdict& other) { return explains(other, verdict); });
    };
    const auto keyOf = [&](const Verdict& verdict) {
        const bool explained = isExplained(verdict);
        return std::tuple(explained, explained ? depthOf(*verdict.rule) : 0, -static_cast<int>(verdict.rule->severity),
                          verdict.finding.first);
    };
    std::stable_sort(verdicts.begin(), verdicts.end(), [&](const Verdict& a, const Verdict& b) { return keyOf(a) < keyOf(b); });
    for (Verdict& verdict : verdicts)
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            if (!explains(verdicts[i], verdict)) continue;
            const RuleSpec* known = verdict.because < 0 ? nullptr : verdicts[static_cast<std::size_t>(verdict.because)].rule;
            if (!known || depthOf(*verdicts[i].rule) > depthOf(*known)) verdict.because = static_cast<int>(i);
        }
}

} // namespace

std::vector<Verdict> judge(const Trace& trace, const RuleSettings& settings, BrokenRules* broken)
{
    std::vector<Verdict> verdicts;
    for (const RuleSpec* rule : allRules()) {
        if (settings.off.contains(std::string(rule->name)) || (broken && broken->contains(rule))) continue;
        const Attrs thresholds = settings.of(*rule);
        std::vector<Finding> findings;
        try {
            rule->check({trace, thresholds}, findings);
        } catch (const std::exception& problem) {
            if (!broken) throw;
            broken->emplace(rule, problem.what());
            continue;
        }
        for (Finding& finding : findings) verdicts.push_back({rule, std::move(finding)});
    }
    order(verdicts);
    return verdicts;
}

double median(std::vector<double> values)
{
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double earlyMedian(const Trace& trace, double Trace::Step::*figure, std::size_t window)
{
    std::vector<double> values;
    for (std::size_t i = 0; i < window; ++i) values.push_back(trace.steps()[i].*figure);
    return median(std::move(values));
}

double lateMedian(const Trace& trace, double Trace::Step::*figure, std::size_t window)
{
    std::vector<double> values;
    for (std::size_t i = trace.steps().size() - window; i < trace.steps().size(); ++i) values.push_back(trace.steps()[i].*figure);
    return median(std::move(values));
}

std::string numberText(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

std::string percentText(double share)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.0f", 100 * share);
    return text;
}

std::vector<double> updateRatios(const Trace& trace, const Trace::Series& updates)
{
    const Trace::Series* weights = trace.find(updates.name, Quantity::Weight);
    std::vector<double> ratios;
    if (!weights) return ratios;
    std::size_t at = 0; // both were seen in the same steps
    for (const Trace::Look& look : updates.looks) {
        while (at + 1 < weights->looks.size() && weights->looks[at].update < look.update) ++at;
        const double size = weights->looks[at].statistics.norm;
        ratios.push_back(size > 0 ? look.statistics.norm / size : 0.0);
    }
    return ratios;
}

std::vector<Trace::DeviceTimes> lateDeviceTimes(const Trace& trace, std::size_t reports)
{
    const auto& all = trace.deviceReports();
    if (all.size() < std::max<std::size_t>(1, reports)) return {};
    std::map<int, Trace::DeviceTimes> sums;
    for (std::size_t i = all.size() - reports; i < all.size(); ++i)
        for (const Trace::DeviceTimes& d : all[i].devices) {
            Trace::DeviceTimes& sum = sums[d.device];
            sum.device = d.device, sum.stage = d.stage;
            sum.computing += d.computing, sum.communicating += d.communicating;
            sum.overlapped += d.overlapped, sum.waiting += d.waiting;
        }
    std::vector<Trace::DeviceTimes> times;
    for (const auto& [device, sum] : sums) times.push_back(sum);
    return times;
}

bool isWeight(const std::string& parameter)
{
    const std::string kind = parameter.substr(parameter.rfind('.') + 1);
    return kind.find("bias") == std::string::npos && kind.find("scale") == std::string::npos;
}

} // namespace ds::inspector
