// SPDX-License-Identifier: Apache-2.0
// Why a model predicts what it does for one sample. One method is one file in explanations/.
#pragma once

#include <string_view>
#include <vector>

#include "inspector/engine/score_function.h"

namespace ds::inspector {

struct ExplanationSpec {
    std::string_view name;   ///< "integrated_gradients"
    std::string_view title;  ///< "Integrated gradients"
    std::string_view doc;    ///< what it shows and how far to trust it
    std::string_view source; ///< the paper
    /// How much each place counts for the score, f32 of score.places(): positive for, negative against. Errors: the method does not go
    /// with the model.
    Result<Tensor> (*explain)(ScoreFunction& score);
};

const std::vector<const ExplanationSpec*>& allExplanations();
/// Null if there is none of that name.
const ExplanationSpec* findExplanation(std::string_view name);

} // namespace ds::inspector
