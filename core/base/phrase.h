// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ds {

/// A sentence with places for names, numbers and other phrases, %1 to %9, so that it can be said in other languages.
struct Phrase {
    std::string context = {}; ///< where translators find it; empty: what is said is not translated
    std::string pattern = {};
    std::vector<Phrase> values = {};

    Phrase() = default;
    Phrase(std::string text) : pattern(std::move(text)) {}
    Phrase(const char* text) : pattern(text) {}
    Phrase(std::string in, std::string text) : context(std::move(in)), pattern(std::move(text)) {}

    Phrase with(std::vector<Phrase> filling) &&
    {
        values = std::move(filling);
        return std::move(*this);
    }

    bool empty() const { return pattern.empty(); }
    std::string english() const;

    using Say = std::function<std::string(const Phrase& value)>;
    /// Its values, each as `say` says it, in the places of the same pattern in another language.
    std::string filled(std::string_view translated, const Say& say) const;
};

/// installer/words finds patterns by this name: both arguments are literals.
inline Phrase phrase(std::string context, std::string pattern) { return {std::move(context), std::move(pattern)}; }

} // namespace ds
