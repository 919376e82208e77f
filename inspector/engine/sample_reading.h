// SPDX-License-Identifier: Apache-2.0
// One sample of a data set as questions about it need it.
#pragma once

#include "core/base/json.h"
#include "core/data/dataset.h"
#include "core/train/learner.h"

namespace ds::inspector {

/// Each field as a batch of 1. Errors: no such sample. Throws RunError if it cannot be read.
Result<Feeds> readSample(const Dataset& data, int64_t index);

/// What is to be predicted: the name of the class, the number, or null where it is more than one number. `value`: of one sample.
Json targetJson(const Field& field, const Tensor& value);

/// The words of a text, or an empty list where the field has no names for its numbers.
Json wordsJson(const Field& field, const Tensor& value);

} // namespace ds::inspector
