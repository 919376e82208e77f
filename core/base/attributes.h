// SPDX-License-Identifier: Apache-2.0
// Named settings of anything that has a description: ops, layers, losses, sources, optimisers.
// An AttrSpec says what is allowed; Attrs holds what was chosen.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/error.h"

namespace ds {

using Ints = std::vector<int64_t>;
using Floats = std::vector<double>;
using Strings = std::vector<std::string>;
using AttrValue = std::variant<bool, int64_t, double, std::string, Ints, Floats, Strings>;

enum class AttrType { Bool, Int, Float, String, Ints, Floats, Strings };
const char* attrTypeName(AttrType type);
inline AttrType attrTypeOf(const AttrValue& value) { return static_cast<AttrType>(value.index()); }

/// As the printer of graphs writes it: true, 3, 0.5, "text", [1, 2]. Floats always carry a point,
/// an exponent or are inf/nan; they read back to the same bits.
std::string attrText(const AttrValue& value);

/// Which types a literal converts to, so that `{"axis", 1}` works with an int.
AttrValue attrValue(bool value);
AttrValue attrValue(int value);
AttrValue attrValue(int64_t value);
AttrValue attrValue(double value);
AttrValue attrValue(const char* value);
AttrValue attrValue(std::string value);
AttrValue attrValue(std::string_view value);
AttrValue attrValue(Ints value);
AttrValue attrValue(Floats value);
AttrValue attrValue(Strings value);

/// One name with its value; only a carrier for initialiser lists.
struct Attr {
    template <class T>
    Attr(std::string_view name, T&& value) : name(name), value(attrValue(std::forward<T>(value)))
    {
    }
    std::string name;
    AttrValue value;
};

/// A small map, sorted by name.
class Attrs {
public:
    Attrs() = default;
    Attrs(std::initializer_list<Attr> list);

    bool has(std::string_view name) const { return find(name) != nullptr; }
    const AttrValue* find(std::string_view name) const;
    void set(std::string_view name, AttrValue value);
    void erase(std::string_view name);

    /// Typed access to an attribute that must be there (validate() saw to it): asserts otherwise.
    bool boolean(std::string_view name) const;
    int64_t integer(std::string_view name) const;
    double number(std::string_view name) const; // accepts an int, too
    const std::string& string(std::string_view name) const;
    const Ints& ints(std::string_view name) const;
    const Floats& floats(std::string_view name) const;
    const Strings& strings(std::string_view name) const;

    auto begin() const { return m_items.begin(); }
    auto end() const { return m_items.end(); }
    bool empty() const { return m_items.empty(); }
    bool operator==(const Attrs&) const = default;

private:
    std::vector<std::pair<std::string, AttrValue>> m_items;
};

/// Description of one attribute. Write it with designated initialisers:
///   {.name = "stride", .type = AttrType::Ints, .fallback = Ints{1, 1}, .min = 1, .doc = "..."}
struct AttrSpec {
    std::string_view name;
    AttrType type = AttrType::Int;
    AttrValue fallback = false; ///< the default; unused if `required`
    bool required = false;
    double min = -std::numeric_limits<double>::infinity(); ///< of a number, or of each number in a list
    double max = std::numeric_limits<double>::infinity();
    std::vector<std::string_view> choices = {}; ///< of a string; empty: free
    /// Choices that are only known once all descriptions exist, such as the names of a registry.
    std::vector<std::string_view> (*choicesFrom)() = nullptr;
    std::string_view unit = {};
    std::string_view doc = {};

    std::vector<std::string_view> allowed() const { return choicesFrom ? choicesFrom() : choices; }
};

/// Fills defaults, converts int → float, one number → a list of one, and checks types, ranges and choices.
/// Returns every problem; `where` of each is the attribute's name.
Errors validate(const std::vector<AttrSpec>& specs, Attrs& attrs);

/// "Did you mean "conv1"?", or `otherwise` where there is no near name.
Phrase didYouMean(const std::string& near, Phrase otherwise = {});

/// The name in `known` nearest to `name` by edit distance, or empty if none is near.
std::string nearest(std::string_view name, const std::vector<std::string_view>& known);

} // namespace ds
