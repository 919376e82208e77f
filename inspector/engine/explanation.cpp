// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/explanation.h"

#include <algorithm>

namespace ds::inspector {

#define DS_EXPLANATION(name) extern const ExplanationSpec explanation_##name;
#include "explanations.inc"
#undef DS_EXPLANATION

const std::vector<const ExplanationSpec*>& allExplanations()
{
    static const std::vector<const ExplanationSpec*> list = {
#define DS_EXPLANATION(name) &explanation_##name,
#include "explanations.inc"
#undef DS_EXPLANATION
    };
    return list;
}

const ExplanationSpec* findExplanation(std::string_view name)
{
    const auto& all = allExplanations();
    const auto at = std::find_if(all.begin(), all.end(), [&](const ExplanationSpec* spec) { return spec->name == name; });
    return at == all.end() ? nullptr : *at;
}

} // namespace ds::inspector
