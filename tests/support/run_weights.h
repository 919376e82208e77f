// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "core/store/checkpoint.h"
#include "core/train/run_folder.h"

namespace ds::test {

/// All tensors of a run's last checkpoint, by name, as bytes: equal maps are equal weights to the bit.
inline std::map<std::string, std::string> runWeights(const std::string& runsFolder, const std::string& run)
{
    std::map<std::string, std::string> found;
    (void)checkpoint::visitTensors(runFolder(runsFolder, run) + "/last.ckpt", [&](const NamedTensor& tensor) {
        const Tensor dense = tensor.tensor.contiguous();
        found[tensor.name].assign(static_cast<const char*>(dense.raw()), dense.bytes());
        return Status();
    }).ok();
    return found;
}

} // namespace ds::test
