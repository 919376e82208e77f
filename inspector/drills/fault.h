// SPDX-License-Identifier: Apache-2.0
// Faults that are planted into projects that are well, each one file in faults/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/philox.h"
#include "inspector/engine/remedy.h"

namespace ds::inspector {

struct PlantCall {
    Document& document;
    Rng& rng;
};

/// What has been done.
struct Planted {
    bool possible = false; ///< else the fault does not go with this project, and nothing was changed
    std::string place;     ///< the layer to blame; empty: no single one
};

struct FaultSpec {
    std::string_view name;
    std::string_view doc;                        ///< one sentence for people who learn: what was done and what comes of it
    std::string_view rule;                       ///< that has to find it
    std::vector<std::string_view> symptoms = {}; ///< rules that may rightly speak, beside those that `rule` explains
    Planted (*plant)(const PlantCall& call);
};

const std::vector<const FaultSpec*>& allFaults();
/// Null if there is none of that name.
const FaultSpec* findFault(std::string_view name);

// What several faults do.

/// Layers whose type is one of these, in the order of the model.
std::vector<LayerNode*> layersOfType(Document& document, std::initializer_list<std::string_view> types);
/// Whether its samples are made by a formula and have one class each.
bool hasSyntheticClasses(const Document& document);
/// Of the optimiser.
void scaleLearningRate(Document& document, double factor);
/// One of them by chance.
template <class T>
T oneOf(Rng& rng, const std::vector<T>& choices)
{
    return choices[static_cast<std::size_t>(rng.below(choices.size()))];
}

} // namespace ds::inspector
