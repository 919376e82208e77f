// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "core/data/dataset.h"

namespace ds {

/// Names of classes for integer labels: `given`, else those the training set learnt, else "0", "1", ... up to the largest
/// label. An error with `where` names the first sample whose label has no class.
Result<Strings> classesFor(std::span<const int64_t> labels, const Strings& given, const Json* fitted, const std::string& where);

} // namespace ds
