// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule_settings.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

constexpr const char* setting = "inspection_rules";

template <class Number>
std::optional<AttrValue> number(std::string_view text)
{
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(AttrValue(value)) : std::nullopt;
}

std::optional<AttrValue> valueFrom(AttrType type, std::string_view text)
{
    if (type == AttrType::Int) return number<int64_t>(text);
    if (type == AttrType::Float) return number<double>(text);
    return AttrValue(std::string(text));
}

template <class List, class Name>
std::string names(const List& list, Name name)
{
    std::string all;
    for (const auto& item : list) all += (all.empty() ? "" : ", ") + std::string(name(item));
    return all;
}

Status add(RuleSettings& settings, const std::string& entry)
{
    const std::string where = "training." + std::string(setting) + ": " + entry;
    const std::size_t sign = entry.find('='), point = entry.substr(0, sign).find('.');
    const std::string name = entry.substr(0, std::min(sign, point));
    const RuleSpec* rule = findRule(name);
    if (!rule)
        return Error{phrase("Inspector", "there is no rule \"%1\"").with({name}), where,
                     phrase("Inspector", "There are: %1.").with({names(allRules(), [](const RuleSpec* r) { return r->name; })})};
    if (sign == std::string::npos || (point == std::string::npos && entry.substr(sign + 1) != "off"))
        return Error{phrase("Inspector", "is neither RULE=off nor RULE.THRESHOLD=VALUE"), where, ""};
    if (point == std::string::npos) {
        settings.off.insert(name);
        return {};
    }
    const std::string threshold = entry.substr(point + 1, sign - point - 1);
    const auto spec =
        std::find_if(rule->thresholds.begin(), rule->thresholds.end(), [&](const AttrSpec& s) { return s.name == threshold; });
    if (spec == rule->thresholds.end())
        return Error{phrase("Inspector", "the rule \"%1\" has no threshold \"%2\"").with({name, threshold}), where,
                     phrase("Inspector", "There are: %1.").with({names(rule->thresholds, [](const AttrSpec& s) { return s.name; })})};
    const std::optional<AttrValue> value = valueFrom(spec->type, std::string_view(entry).substr(sign + 1));
    if (!value) return Error{phrase("Inspector", "\"%1\" is no number").with({entry.substr(sign + 1)}), where, ""};
    settings.set(*rule, *spec, *value);
    Attrs all = settings.of(*rule);
    if (const Errors errors = validate(rule->thresholds, all); !errors.empty()) return errors.front().in(where);
    return {};
}

} // namespace

Attrs RuleSettings::of(const RuleSpec& rule) const
{
    const auto own = thresholds.find(std::string(rule.name));
    Attrs all = own == thresholds.end() ? Attrs() : own->second;
    for (const AttrSpec& spec : rule.thresholds)
        if (!all.has(spec.name)) all.set(spec.name, spec.fallback);
    return all;
}

void RuleSettings::set(const RuleSpec& rule, const AttrSpec& threshold, const AttrValue& value)
{
    const std::string name(rule.name);
    if (value != threshold.fallback) return thresholds[name].set(threshold.name, value);
    const auto own = thresholds.find(name);
    if (own == thresholds.end()) return;
    own->second.erase(threshold.name);
    if (own->second.empty()) thresholds.erase(own);
}

Result<RuleSettings> ruleSettingsOf(const Attrs& training)
{
    RuleSettings settings;
    const AttrValue* entries = training.find(setting);
    if (!entries) return settings;
    if (const auto* one = std::get_if<std::string>(entries)) DS_TRY(add(settings, *one));
    if (const auto* list = std::get_if<Strings>(entries))
        for (const std::string& entry : *list) DS_TRY(add(settings, entry));
    return settings;
}

void setRuleSettings(Attrs& training, const RuleSettings& settings)
{
    Strings entries;
    for (const std::string& rule : settings.off) entries.push_back(rule + "=off");
    for (const auto& [rule, attrs] : settings.thresholds)
        for (const auto& [threshold, value] : attrs) entries.push_back(rule + "." + threshold + "=" + attrText(value));
    std::sort(entries.begin(), entries.end());
    if (entries.empty()) training.erase(setting);
    else training.set(setting, entries);
}

} // namespace ds::inspector
