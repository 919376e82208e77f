// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.h"

namespace ds {

std::string Error::message() const
{
    std::string out = where.empty() ? text.english() : where + ": " + text.english();
    if (!out.empty() && out.back() != '.' && out.back() != '?' && out.back() != '!') out += '.';
    if (!hint.empty()) out += ' ' + hint.english();
    return out;
}

Error Error::in(const std::string& outer) const { return {text, where.empty() ? outer : outer + ", " + where, hint}; }

std::string messages(const Errors& errors)
{
    std::string out;
    for (const Error& error : errors) out += error.message() + '\n';
    return out;
}

} // namespace ds
