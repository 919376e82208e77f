// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "core/train/checkpointing.h"
#include "core/train/data_sets.h"

namespace ds {

/// A trained run, ready to be evaluated or asked.
struct LoadedModel {
    std::unique_ptr<Learner> learner;
    Json fitted;
    uint64_t seed = 0;
    std::string path; ///< of the checkpoint
};

/// From the best checkpoint of a run, or the last if there is no best one (or `last` asks for it).
Result<LoadedModel> loadModel(const std::string& runsFolder, const std::string& run, const std::string& device, bool last = false);

} // namespace ds
