// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/steady_verdicts.h"

#include <algorithm>

namespace ds::inspector {

namespace {

constexpr int64_t least = 10, most = 1000; // updates

bool stands(int64_t since, int64_t update) { return update - since >= std::clamp(since / 4, least, most); }

} // namespace

std::vector<Verdict> SteadyVerdicts::pass(int64_t update, const std::vector<Verdict>& verdicts, bool atEnd)
{
    decltype(m_since) since;
    std::vector<Verdict> passed;
    std::vector<int> places; // in `passed`, of each verdict; that of its cause where it is not there itself
    for (const Verdict& verdict : verdicts) {
        const std::pair key(verdict.rule, verdict.finding.place);
        const auto known = m_since.find(key);
        const int64_t begun = since[key] = known == m_since.end() ? update : known->second;
        const int cause = verdict.because < 0 ? -1 : places[static_cast<std::size_t>(verdict.because)];
        if (!atEnd && !stands(begun, update)) {
            places.push_back(cause);
            continue;
        }
        places.push_back(static_cast<int>(passed.size()));
        passed.push_back(verdict);
        passed.back().because = cause;
    }
    m_since = std::move(since);
    return passed;
}

} // namespace ds::inspector
