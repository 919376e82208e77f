// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "inspector/engine/rule.h"

namespace ds::inspector {

/// While a training goes on, some verdicts come and go: the loss stands still for a while and then falls on. Only those that have stood for
/// a quarter of the updates that were made before they came, ten at least, are passed on.
class SteadyVerdicts {
public:
    /// Of one moment after the other. At the end all count.
    std::vector<Verdict> pass(int64_t update, const std::vector<Verdict>& verdicts, bool atEnd = false);

private:
    std::map<std::pair<const RuleSpec*, std::string>, int64_t> m_since; // rule and place
};

} // namespace ds::inspector
