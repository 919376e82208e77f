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

struct LossSpec {
    std::string_view name, doc;
    std::vector<AttrSpec> attributes;
    /// The loss of each item or element; what to do on a user's error as in LayerSpec::build.
    Value (*build)(LayerBuilder& b, const LossCall& call);
    /// What is measured beside the loss unless the project says otherwise.
    std::vector<std::string_view> metrics;
    std::vector<LayerSample> (*samples)(); ///< inputs: prediction and target
};

const std::vector<const LossSpec*>& allLosses();
const LossSpec* findLoss(std::string_view name);
std::vector<std::string_view> lossNames();

} // namespace ds
