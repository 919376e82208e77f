// SPDX-License-Identifier: Apache-2.0
// Losses: from a prediction and a target to one number. Each is one file in losses/.
#pragma once

#include <string_view>
#include <vector>

#include "core/layers/layer.h"

namespace ds {

struct LossCall {
    const Attrs& attrs;
    Value prediction, target;
};

/// The loss of each item or element and, where items do not count alike, how much each counts: the loss of a batch is
/// sum(each) / sum(weight), or the mean of `each` if there are no weights. A weight is already part of `each`.
struct LossTerms {
    Value each, weight = {};
};

/// The loss of the batch. Where no item counts it is 0.
Value batchLoss(GraphBuilder& graph, const LossTerms& terms);

struct LossSpec {
    std::string_view name, doc;
    std::vector<AttrSpec> attributes;
    /// On a user's error as in LayerSpec::build.
    LossTerms (*build)(LayerBuilder& b, const LossCall& call);
    /// What is measured beside the loss unless the project says otherwise.
    std::vector<std::string_view> metrics;
    std::vector<LayerSample> (*samples)(); ///< inputs: prediction and target
    std::vector<BadLayerSample> (*badSamples)() = nullptr;
};

const std::vector<const LossSpec*>& allLosses();
const LossSpec* findLoss(std::string_view name);
std::vector<std::string_view> lossNames();

} // namespace ds
