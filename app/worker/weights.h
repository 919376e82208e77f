// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/train/learner.h"

namespace ds::worker {

/// A parameter or state by its name: {"name", "dtype": "f32", "shape", "values"}, the values as little-endian bytes, row-major. An error
/// if there is none of that name, or it has more than `most` elements.
Result<Json> readWeights(Learner& learner, const std::string& name, int64_t most);

} // namespace ds::worker
