// SPDX-License-Identifier: Apache-2.0
#include "core/base/phrase.h"

namespace ds {

std::string Phrase::english() const
{
    return filled(pattern, [](const Phrase& value) { return value.english(); });
}

std::string Phrase::filled(std::string_view translated, const Say& say) const
{
    if (context.empty()) return std::string(translated); // a % in it is a percent sign
    std::string text;
    for (std::size_t i = 0; i < translated.size(); ++i) {
        const bool place = translated[i] == '%' && i + 1 < translated.size() && translated[i + 1] >= '1' && translated[i + 1] <= '9';
        const std::size_t value = place ? static_cast<std::size_t>(translated[i + 1] - '1') : values.size();
        if (value < values.size()) {
            text += say(values[value]);
            ++i;
        } else {
            text += translated[i];
        }
    }
    return text;
}

} // namespace ds
