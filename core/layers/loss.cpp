// SPDX-License-Identifier: Apache-2.0
#include "core/layers/loss.h"

namespace ds {

#define DS_LOSS(name) extern const LossSpec loss_##name;
#include "losses.inc"
#undef DS_LOSS

const std::vector<const LossSpec*>& allLosses()
{
    static const std::vector<const LossSpec*> list = {
#define DS_LOSS(name) &loss_##name,
#include "losses.inc"
#undef DS_LOSS
    };
    return list;
}

Value batchLoss(GraphBuilder& graph, const LossTerms& terms)
{
    if (!terms.weight || !terms.each) return mean(terms.each);
    const Value count = graph.op("maximum", {sum(terms.weight), graph.scalar(1e-30, terms.weight.dtype())});
    return sum(terms.each) / count;
}

const LossSpec* findLoss(std::string_view name)
{
    for (const LossSpec* spec : allLosses())
        if (spec->name == name) return spec;
    return nullptr;
}

std::vector<std::string_view> lossNames()
{
    std::vector<std::string_view> names;
    for (const LossSpec* spec : allLosses()) names.push_back(spec->name);
    return names;
}

} // namespace ds
