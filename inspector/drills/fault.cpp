// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

#include <algorithm>

namespace ds::inspector {

#define DS_FAULT(name) extern const FaultSpec fault_##name;
#include "faults.inc"
#undef DS_FAULT

const std::vector<const FaultSpec*>& allFaults()
{
    static const std::vector<const FaultSpec*> list = {
#define DS_FAULT(name) &fault_##name,
#include "faults.inc"
#undef DS_FAULT
    };
    return list;
}

const FaultSpec* findFault(std::string_view name)
{
    const auto at = std::find_if(allFaults().begin(), allFaults().end(), [&](const FaultSpec* fault) { return fault->name == name; });
    return at == allFaults().end() ? nullptr : *at;
}

std::vector<LayerNode*> layersOfType(Document& document, std::initializer_list<std::string_view> types)
{
    std::vector<LayerNode*> layers;
    for (LayerNode& node : document.model.layers)
        if (std::find(types.begin(), types.end(), node.type) != types.end()) layers.push_back(&node);
    return layers;
}

bool hasSyntheticClasses(const Document& document)
{
    if (document.train.type != "synthetic") return false;
    const std::string& kind = document.train.attrs.string("kind");
    return kind != "grammar" && kind != "curve";
}

void scaleLearningRate(Document& document, double factor)
{
    document.optimizer.attrs.set("learning_rate", document.optimizer.attrs.number("learning_rate") * factor);
}

} // namespace ds::inspector
