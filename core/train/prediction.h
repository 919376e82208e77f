// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/base/json.h"
#include "core/data/dataset.h"
#include "core/train/learner.h"

namespace ds {

/// What is known of the samples that a model was trained on.
struct SampleForm {
    const Json& fitted;
    const std::vector<Field>& fields; ///< may be empty if inputs are raw
};

/// Asks the model for one sample. `input` is a raw input as the project's source takes them (text: a CSV row, a path, words), a list
/// of numbers as the model sees them (nested or flat), or an object with such a list for each field. Gives
/// {"classes": [{"class", "probability"}, ...]}, the `top` most probable ones, or {"values": [...]}.
Result<Json> predictSample(Learner& learner, const SampleForm& form, const Json& input, int top);
/// The same of what the model gave for a batch of 1.
Json predictionJson(const Document& document, const Json& fitted, const Tensor& prediction, int top);

/// The fields of the data that the model takes.
std::vector<std::string> inputFields(const Document& document);

} // namespace ds
