// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/tensor/tensor.h"

namespace ds {

struct NamedTensor {
    std::string name; ///< "parameters/encoder/weight", "optimizer/...", "state/..."
    Tensor tensor;    ///< in the plain layout
};

/// A tensor that is fetched when it is written, so that a model is never in memory twice.
struct LazyTensor {
    std::string name;
    std::function<Tensor()> fetch;
};

/// All that training needs to go on as if it had never stopped.
struct Checkpoint {
    std::string document; ///< the project as JSON text
    std::vector<NamedTensor> tensors;
    std::vector<LazyTensor> lazyTensors; ///< more of them, for save() only
    /// Step, epoch, seed, position of the loader, metrics, early stopping, ... Numbers come back to the bit; JSON has no NaN and
    /// no infinity, they become null.
    Json state;
};

namespace checkpoint {

/// Writes beside `path`, brings it to the disk and renames: whatever happens, the old checkpoint or the new one is there.
/// Errors: a full disk, an unwritable folder, names that clash ("a" and "a/b"), are empty or hold empty or dotted parts.
Status save(const std::string& path, const Checkpoint& checkpoint);

/// Verifies the checksum before anything else is looked at. Errors: missing, foreign, newer, cut off, damaged.
Result<Checkpoint> load(const std::string& path);

/// The same without the tensors.
Result<Checkpoint> loadHead(const std::string& path);

/// Reads the tensors one after the other, so that only one is in memory at a time; stops at the first error of `visit`.
Status visitTensors(const std::string& path, const std::function<Status(NamedTensor)>& visit);

} // namespace checkpoint

} // namespace ds
