// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

#include <algorithm>

#include "core/optim/optimizer.h"

namespace ds::inspector {

#define DS_REMEDY(name) extern const RemedySpec remedy_##name;
#include "remedies.inc"
#undef DS_REMEDY

const std::vector<const RemedySpec*>& allRemedies()
{
    static const std::vector<const RemedySpec*> list = {
#define DS_REMEDY(name) &remedy_##name,
#include "remedies.inc"
#undef DS_REMEDY
    };
    return list;
}

const RemedySpec* findRemedy(std::string_view name)
{
    const auto at =
        std::find_if(allRemedies().begin(), allRemedies().end(), [&](const RemedySpec* remedy) { return remedy->name == name; });
    return at == allRemedies().end() ? nullptr : *at;
}

std::vector<Proposal> proposalsFor(const Verdict& verdict, const Document& document, const Trace& trace)
{
    std::vector<Proposal> proposals;
    for (const std::string_view name : verdict.rule->remedies) {
        const RemedySpec* remedy = findRemedy(name);
        if (std::optional<QuickFix> fix = remedy->propose({document, trace, verdict.finding}))
            proposals.push_back({remedy, std::move(*fix)});
    }
    return proposals;
}

const LayerNode* layerAt(const Document& document, const std::string& place)
{
    if (place.empty()) return nullptr;
    if (const LayerNode* node = document.model.find(place)) return node;
    return document.model.find(layerOf(place));
}

double optimizerNumber(const Document& document, std::string_view name)
{
    const Attrs& attrs = document.optimizer.attrs;
    if (attrs.has(name)) return attrs.number(name);
    const OptimizerSpec* spec = findOptimizer(document.optimizer.type);
    if (!spec) return 0;
    for (const AttrSpec& attr : spec->attributes)
        if (attr.name == name && std::holds_alternative<double>(attr.fallback)) return std::get<double>(attr.fallback);
    return 0;
}

std::vector<std::string> namesOfType(const Model& model, std::initializer_list<std::string_view> types)
{
    std::vector<std::string> names;
    for (const LayerNode& node : model.layers)
        if (!node.muted && std::find(types.begin(), types.end(), node.type) != types.end()) names.push_back(node.name);
    return names;
}

bool isLinear(const LayerNode& node) { return node.type == "Dense" || (node.type.starts_with("Conv") && node.type.size() == 6); }

} // namespace ds::inspector
