// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace ds {

/// Calls visit(piece) for each UTF-8 code point of the text; stray bytes count as one each.
template <class Visit>
void forEachCharacter(std::string_view text, Visit visit)
{
    for (std::size_t i = 0; i < text.size();) {
        const unsigned char lead = static_cast<unsigned char>(text[i]);
        std::size_t length = lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 1;
        for (std::size_t k = 1; k < length; ++k)
            if (i + k >= text.size() || (static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) length = 1;
        visit(text.substr(i, length));
        i += length;
    }
}

inline bool isUtf8(std::string_view text)
{
    bool valid = true;
    forEachCharacter(text, [&](std::string_view c) { valid = valid && (c.size() > 1 || static_cast<unsigned char>(c[0]) < 0x80); });
    return valid;
}

} // namespace ds
