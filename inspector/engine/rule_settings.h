// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>

#include "core/base/attributes.h"
#include "core/base/error.h"

namespace ds::inspector {

struct RuleSpec;

/// What a project asks of the rules: which it does without, and where others begin.
struct RuleSettings {
    std::set<std::string> off;
    std::map<std::string, Attrs> thresholds; ///< by rule, what differs from its own
    bool operator==(const RuleSettings&) const = default;

    /// The thresholds of a rule, complete.
    Attrs of(const RuleSpec& rule) const;
    /// A value like the rule's own is forgotten.
    void set(const RuleSpec& rule, const AttrSpec& threshold, const AttrValue& value);
};

/// From `training.inspection_rules`, whose entries are "RULE=off" and "RULE.THRESHOLD=VALUE". Errors: no such rule, threshold or value.
Result<RuleSettings> ruleSettingsOf(const Attrs& training);
/// The reverse, sorted.
void setRuleSettings(Attrs& training, const RuleSettings& settings);

} // namespace ds::inspector
