// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    if (!facts) return;
    const AttrValue* origin = facts->document.training.find("start_from");
    if (origin && !std::get<std::string>(*origin).empty()) return;
    for (const LayerNode& node : facts->document.model.layers) {
        if (!node.frozen) continue;
        // Only what is trained is watched, so whether it has weights shows by its type alone.
        if (node.type == "Dense" || node.type.starts_with("Conv"))
            findings.push_back({node.name, 0, 0, phrase("Inspector", "%1 is frozen with the weights it began with.").with({node.name})});
    }
}

} // namespace

extern const RuleSpec rule_frozen_weights = {
    .name = "frozen_weights",
    .title = "Frozen at random",
    .doc = "A frozen layer does not learn. That is meant for weights that were trained before; this run starts from no checkpoint.",
    .source = "DeepLocalize (ICSE 2021): weights that stay the same",
    .severity = Severity::Warning,
    .explains = {"plateau", "underfitting"},
    .remedies = {"unfreeze"},
    .thresholds = {},
    .check = check,
};

} // namespace ds::inspector
