// SPDX-License-Identifier: Apache-2.0
#include "core/base/attributes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

namespace ds {

namespace {

std::string floatText(double value)
{
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    std::array<char, 40> buffer;
    char* const last = buffer.data() + buffer.size();
    const double size = std::abs(value);
    // 0.0005 is easier to read than the shorter 5e-04.
    const auto end = size >= 1e-4 && size < 1e6 ? std::to_chars(buffer.data(), last, value, std::chars_format::fixed).ptr
                                                : std::to_chars(buffer.data(), last, value).ptr;
    std::string text(buffer.data(), end);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') out += "\\n";
        else out += c;
    }
    return out + '"';
}

template <class List, class Text>
std::string listText(const List& list, Text text)
{
    std::string out = "[";
    for (std::size_t i = 0; i < list.size(); ++i) out += (i ? ", " : "") + text(list[i]);
    return out + "]";
}

Phrase rangeText(const AttrSpec& spec)
{
    const auto bound = [](double v) {
        return v == std::trunc(v) && std::abs(v) < 1e15 ? std::to_string(static_cast<int64_t>(v)) : floatText(v);
    };
    if (std::isinf(spec.max)) return phrase("Values", "at least %1").with({bound(spec.min)});
    if (std::isinf(spec.min)) return phrase("Values", "at most %1").with({bound(spec.max)});
    return phrase("Values", "from %1 to %2").with({bound(spec.min), bound(spec.max)});
}

bool inRange(const AttrSpec& spec, const AttrValue& value)
{
    const auto ok = [&](double v) { return !std::isnan(v) && v >= spec.min && v <= spec.max; };
    const auto all = [&](const auto& list) { return std::all_of(list.begin(), list.end(), ok); };
    switch (spec.type) {
    case AttrType::Int: return ok(static_cast<double>(std::get<int64_t>(value)));
    case AttrType::Float: return ok(std::get<double>(value));
    case AttrType::Ints: return all(std::get<Ints>(value));
    case AttrType::Floats: return all(std::get<Floats>(value));
    default: return true;
    }
}

/// Widens where nothing is lost; leaves the value alone otherwise.
void convert(AttrType wanted, AttrValue& value)
{
    if (wanted == AttrType::Float && attrTypeOf(value) == AttrType::Int) value = static_cast<double>(std::get<int64_t>(value));
    else if (wanted == AttrType::Int && attrTypeOf(value) == AttrType::Float) {
        const double number = std::get<double>(value);
        if (number == std::floor(number) && std::abs(number) < 0x1p53) value = static_cast<int64_t>(number);
    } else if (wanted == AttrType::Ints && attrTypeOf(value) == AttrType::Int) value = Ints{std::get<int64_t>(value)};
    else if (wanted == AttrType::Strings && attrTypeOf(value) == AttrType::String) value = Strings{std::get<std::string>(value)};
    else if (wanted == AttrType::Floats && attrTypeOf(value) == AttrType::Int)
        value = Floats{static_cast<double>(std::get<int64_t>(value))};
    else if (wanted == AttrType::Floats && attrTypeOf(value) == AttrType::Float) value = Floats{std::get<double>(value)};
    else if (attrTypeOf(value) == AttrType::Ints && wanted == AttrType::Floats) {
        const Ints& from = std::get<Ints>(value);
        value = Floats(from.begin(), from.end());
    } else if (attrTypeOf(value) == AttrType::Ints && wanted == AttrType::Strings && std::get<Ints>(value).empty())
        value = Strings{}; // an empty list has no type of its own in JSON
}

} // namespace

const char* attrTypeName(AttrType type)
{
    static constexpr std::array names = {"true or false",           "a whole number",    "a number",       "text",
                                         "a list of whole numbers", "a list of numbers", "a list of texts"};
    return names[static_cast<std::size_t>(type)];
}

std::string attrText(const AttrValue& value)
{
    struct Visitor {
        std::string operator()(bool v) const { return v ? "true" : "false"; }
        std::string operator()(int64_t v) const { return std::to_string(v); }
        std::string operator()(double v) const { return floatText(v); }
        std::string operator()(const std::string& v) const { return quoted(v); }
        std::string operator()(const Ints& v) const
        {
            return listText(v, [](int64_t x) { return std::to_string(x); });
        }
        std::string operator()(const Floats& v) const { return listText(v, floatText); }
        std::string operator()(const Strings& v) const { return listText(v, quoted); }
    };
    return std::visit(Visitor{}, value);
}

AttrValue attrValue(bool value) { return value; }
AttrValue attrValue(int value) { return static_cast<int64_t>(value); }
AttrValue attrValue(int64_t value) { return value; }
AttrValue attrValue(double value) { return value; }
AttrValue attrValue(const char* value) { return std::string(value); }
AttrValue attrValue(std::string value) { return value; }
AttrValue attrValue(std::string_view value) { return std::string(value); }
AttrValue attrValue(Ints value) { return value; }
AttrValue attrValue(Floats value) { return value; }
AttrValue attrValue(Strings value) { return value; }

Attrs::Attrs(std::initializer_list<Attr> list)
{
    for (const Attr& attr : list) set(attr.name, attr.value);
}

const AttrValue* Attrs::find(std::string_view name) const
{
    const auto at =
        std::lower_bound(m_items.begin(), m_items.end(), name, [](const auto& item, std::string_view n) { return item.first < n; });
    return at != m_items.end() && at->first == name ? &at->second : nullptr;
}

void Attrs::set(std::string_view name, AttrValue value)
{
    const auto at =
        std::lower_bound(m_items.begin(), m_items.end(), name, [](const auto& item, std::string_view n) { return item.first < n; });
    if (at != m_items.end() && at->first == name) at->second = std::move(value);
    else m_items.insert(at, {std::string(name), std::move(value)});
}

void Attrs::erase(std::string_view name)
{
    std::erase_if(m_items, [&](const auto& item) { return item.first == name; });
}

namespace {
template <class T>
const T& typed(const Attrs& attrs, std::string_view name)
{
    const AttrValue* value = attrs.find(name);
    assert(value && std::holds_alternative<T>(*value));
    return std::get<T>(*value);
}
} // namespace

bool Attrs::boolean(std::string_view name) const { return typed<bool>(*this, name); }
int64_t Attrs::integer(std::string_view name) const { return typed<int64_t>(*this, name); }
const std::string& Attrs::string(std::string_view name) const { return typed<std::string>(*this, name); }
const Ints& Attrs::ints(std::string_view name) const { return typed<Ints>(*this, name); }
const Floats& Attrs::floats(std::string_view name) const { return typed<Floats>(*this, name); }
const Strings& Attrs::strings(std::string_view name) const { return typed<Strings>(*this, name); }

double Attrs::number(std::string_view name) const
{
    const AttrValue* value = find(name);
    assert(value);
    if (const auto* whole = std::get_if<int64_t>(value)) return static_cast<double>(*whole);
    return std::get<double>(*value);
}

Errors validate(const std::vector<AttrSpec>& specs, Attrs& attrs)
{
    Errors errors;
    std::vector<std::string_view> known;
    for (const AttrSpec& spec : specs) known.push_back(spec.name);
    for (const auto& [name, value] : attrs) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        const std::string near = nearest(name, known);
        errors.push_back({phrase("Values", "there is no attribute of this name"), name, didYouMean(near)});
    }
    for (const AttrSpec& spec : specs) {
        const std::string name(spec.name);
        const AttrValue* given = attrs.find(spec.name);
        if (!given) {
            if (spec.required) errors.push_back({phrase("Values", "a value is needed"), name, Phrase("Registry", std::string(spec.doc))});
            else attrs.set(spec.name, spec.fallback);
            continue;
        }
        AttrValue value = *given;
        convert(spec.type, value);
        if (attrTypeOf(value) != spec.type) {
            errors.push_back(
                {phrase("Values", "expects %1, got %2").with({Phrase("Registry", attrTypeName(spec.type)), attrText(value)}), name, ""});
            continue;
        }
        if (!inRange(spec, value)) {
            errors.push_back({phrase("Values", "must be %1, got %2").with({rangeText(spec), attrText(value)}), name, ""});
            continue;
        }
        const std::vector<std::string_view> allowed = spec.allowed();
        if (spec.type == AttrType::String && !allowed.empty()) {
            const std::string& text = std::get<std::string>(value);
            if (std::find(allowed.begin(), allowed.end(), text) == allowed.end()) {
                std::string list;
                for (std::string_view choice : allowed) list += (list.empty() ? "" : ", ") + std::string(choice);
                const std::string near = nearest(text, allowed);
                errors.push_back({phrase("Values", "\"%1\" is not one of %2").with({text, list}), name, didYouMean(near)});
                continue;
            }
        }
        attrs.set(spec.name, std::move(value));
    }
    return errors;
}

Phrase didYouMean(const std::string& near, Phrase otherwise)
{
    return near.empty() ? std::move(otherwise) : phrase("Values", "Did you mean \"%1\"?").with({near});
}

std::string nearest(std::string_view name, const std::vector<std::string_view>& known)
{
    std::string best;
    std::size_t bestDistance = std::max<std::size_t>(2, name.size() / 3) + 1;
    for (std::string_view candidate : known) {
        // Levenshtein distance, ignoring case.
        std::vector<std::size_t> row(candidate.size() + 1);
        std::iota(row.begin(), row.end(), std::size_t{0});
        for (std::size_t i = 1; i <= name.size(); ++i) {
            std::size_t diagonal = row[0];
            row[0] = i;
            for (std::size_t j = 1; j <= candidate.size(); ++j) {
                const bool same =
                    std::tolower(static_cast<unsigned char>(name[i - 1])) == std::tolower(static_cast<unsigned char>(candidate[j - 1]));
                const std::size_t cost = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (same ? 0 : 1)});
                diagonal = row[j];
                row[j] = cost;
            }
        }
        if (row.back() < bestDistance) {
            bestDistance = row.back();
            best = candidate;
        }
    }
    return best;
}

} // namespace ds
