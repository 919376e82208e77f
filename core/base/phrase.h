// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ds {

/// A sentence with places for names and numbers, %1 to %9, so that it can be said in other languages.
struct Phrase {
    std::string_view context = {}; ///< where translators find it; empty: what is said is not translated
    std::string pattern = {};
    std::vector<std::string> values = {};

    Phrase() = default;
    Phrase(std::string text) : pattern(std::move(text)) {}
    Phrase(const char* text) : pattern(text) {}
    Phrase(std::string_view in, std::string text) : context(in), pattern(std::move(text)) {}

    Phrase with(std::vector<std::string> filling) &&
    {
        values = std::move(filling);
        return std::move(*this);
    }

    bool empty() const { return pattern.empty(); }
    std::string english() const { return filled(pattern); }
    /// Its values in the places of the same pattern in another language.
    std::string filled(std::string_view translated) const;
};

/// installer/words finds patterns by this name: both arguments are literals.
inline Phrase phrase(std::string_view context, std::string pattern) { return {context, std::move(pattern)}; }

} // namespace ds
