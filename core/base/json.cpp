// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace ds {

namespace {

constexpr int deepest = 64;

bool isScalar(const Json& json) { return !json.is_object() && !json.is_array(); }

bool fitsOneLine(const Json& list)
{
    if (!std::all_of(list.begin(), list.end(), [](const Json& item) { return isScalar(item); })) return false;
    return list.dump().size() <= 100;
}

void write(const Json& json, int depth, std::string& out)
{
    const std::string pad(static_cast<std::size_t>(depth + 1) * 2, ' ');
    const std::string closing(static_cast<std::size_t>(depth) * 2, ' ');
    if (json.is_object() && !json.empty()) {
        out += "{\n";
        bool first = true;
        for (const auto& [key, value] : json.items()) {
            if (!first) out += ",\n";
            first = false;
            out += pad + Json(key).dump() + ": ";
            write(value, depth + 1, out);
        }
        out += '\n' + closing + '}';
    } else if (json.is_array() && !json.empty() && !fitsOneLine(json)) {
        out += "[\n";
        for (std::size_t i = 0; i < json.size(); ++i) {
            out += pad;
            write(json[i], depth + 1, out);
            out += i + 1 < json.size() ? ",\n" : "\n";
        }
        out += closing + ']';
    } else if (json.is_array() && !json.empty()) {
        out += '[';
        for (std::size_t i = 0; i < json.size(); ++i) out += (i ? ", " : "") + json[i].dump();
        out += ']';
    } else {
        out += json.dump();
    }
}

/// Line and column, from 1, of the last of `read` bytes. The library's own column is 0 where a line ends behind the trouble.
std::string placeOf(std::string_view text, std::size_t read)
{
    const std::string_view before = text.substr(0, std::min(read > 0 ? read - 1 : 0, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t newline = before.rfind('\n');
    const std::size_t column = newline == std::string_view::npos ? before.size() + 1 : before.size() - newline;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

} // namespace

Result<Json> parseJson(std::string_view text, const std::string& where)
{
    bool tooDeep = false;
    const auto guard = [&](int depth, Json::parse_event_t, Json&) {
        if (depth > deepest) tooDeep = true;
        return depth <= deepest;
    };
    try {
        Json json = Json::parse(text.begin(), text.end(), guard);
        if (tooDeep) return Error{phrase("Values", "the JSON is nested deeper than 64 levels"), where, ""};
        return json;
    } catch (const Json::parse_error& problem) {
        std::string what = problem.what();
        if (const auto at = what.find(": "); at != std::string::npos) what = what.substr(at + 2);
        return Error{phrase("Values", "not valid JSON at %1: %2").with({placeOf(text, problem.byte), what}), where, ""};
    } catch (const Json::exception& problem) {
        return Error{problem.what(), where, ""};
    }
}

std::string writeJson(const Json& json)
{
    std::string out;
    write(json, 0, out);
    return out + '\n';
}

Result<AttrValue> attrFromJson(const Json& json)
{
    if (json.is_boolean()) return AttrValue(json.get<bool>());
    if (json.is_number_unsigned() && json.get<uint64_t>() > static_cast<uint64_t>(INT64_MAX))
        return Error{phrase("Values", "the number is too large"), "", ""};
    if (json.is_number_integer()) return AttrValue(json.get<int64_t>());
    if (json.is_number_float()) return AttrValue(json.get<double>());
    if (json.is_string()) return AttrValue(json.get<std::string>());
    if (json.is_array()) {
        const auto all = [&](auto test) { return std::all_of(json.begin(), json.end(), test); };
        if (all([](const Json& item) { return item.is_number_integer(); })) return AttrValue(json.get<Ints>());
        if (all([](const Json& item) { return item.is_number(); })) return AttrValue(json.get<Floats>());
        if (all([](const Json& item) { return item.is_string(); })) return AttrValue(json.get<Strings>());
        return Error{phrase("Values", "a list must hold only numbers or only texts"), "", ""};
    }
    return Error{phrase("Values", "expects a number, text, true, false or a list, got %1").with({json.type_name()}), "", ""};
}

Json attrToJson(const AttrValue& value)
{
    return std::visit([](const auto& v) { return Json(v); }, value);
}

Attrs attrsFromJson(const Json& object, Errors& errors)
{
    Attrs attrs;
    if (!object.is_object()) {
        errors.push_back({phrase("Values", "expects an object in braces, got %1").with({object.type_name()}), "", ""});
        return attrs;
    }
    for (const auto& [key, json] : object.items()) {
        Result<AttrValue> value = attrFromJson(json);
        if (value) attrs.set(key, std::move(*value));
        else errors.push_back(value.error().in(key));
    }
    return attrs;
}

Json attrsToJson(const Attrs& attrs)
{
    Json object = Json::object();
    for (const auto& [name, value] : attrs) object[name] = attrToJson(value);
    return object;
}

Json phraseToJson(const Phrase& phrase)
{
    if (phrase.context.empty()) return phrase.pattern;
    Json json = Json::array({phrase.context, phrase.pattern});
    for (const Phrase& value : phrase.values) json.push_back(phraseToJson(value));
    return json;
}

namespace {
Phrase phraseAt(const Json& json, int depth)
{
    constexpr int deepest = 8; // it may come from anywhere
    if (json.is_string()) return json.get<std::string>();
    if (!json.is_array() || json.size() < 2 || !json[0].is_string() || !json[1].is_string() || depth == deepest) return {};
    std::vector<Phrase> values;
    for (std::size_t i = 2; i < json.size(); ++i) values.push_back(phraseAt(json[i], depth + 1));
    return Phrase(json[0].get<std::string>(), json[1].get<std::string>()).with(std::move(values));
}
} // namespace

Phrase phraseFromJson(const Json& json) { return phraseAt(json, 0); }

} // namespace ds
