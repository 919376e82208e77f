// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "inspector/engine/explanation.h"

namespace ds::inspector {

extern const ExplanationSpec explanation_saliency;
const ExplanationSpec explanation_saliency = {
    .name = "saliency",
    .title = "Saliency",
    .doc = "How strongly the score reacts to a small change of each place: the size of its gradient. Quick, but noisy, and without a sign.",
    .source = "Simonyan, Vedaldi, Zisserman: Deep Inside Convolutional Networks, 2014",
    .explain = [](ScoreFunction& score) -> Result<Tensor> {
        Tensor squares = DS_TRY(score.gradients(score.entry()));
        for (float& x : squares.span<float>()) x *= x;
        Tensor sizes = score.atPlaces(squares);
        for (float& x : sizes.span<float>()) x = std::sqrt(x);
        return sizes;
    },
};

} // namespace ds::inspector
