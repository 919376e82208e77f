// SPDX-License-Identifier: Apache-2.0
// Reading what a training set has learnt; it comes out of a checkpoint, so nothing about it is taken for granted.
#pragma once

#include "core/data/dataset.h"

namespace ds {

/// The member `key`, or an empty list if `fitted` is null or holds nothing such.
Strings fittedStrings(const Json* fitted, const char* key);
Floats fittedNumbers(const Json* fitted, const char* key);
std::string fittedString(const Json* fitted, const char* key);

/// The shape in `key`; an error if it is missing or no shape.
Result<Shape> fittedShape(const Json* fitted, const char* key);

} // namespace ds
