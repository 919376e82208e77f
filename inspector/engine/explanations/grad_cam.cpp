// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "inspector/engine/explanation.h"

namespace ds::inspector {

namespace {

/// A map over places, stretched: linear between the middles of its places.
Tensor stretched(const std::vector<float>& map, const Shape& from, const Shape& to)
{
    Tensor result = Tensor::zeros({DType::F32, to});
    const int rank = to.rank();
    const Shape strides = rowMajorStrides(from), places = rowMajorStrides(to);
    for (int64_t i = 0; i < result.count(); ++i) {
        // Each axis lies between two places of the map: all corners, by their nearness.
        double sum = 0;
        for (unsigned corner = 0; corner < 1U << static_cast<unsigned>(rank); ++corner) {
            double weight = 1;
            int64_t at = 0;
            for (int axis = 0; axis < rank; ++axis) {
                const int64_t place = i / places[axis] % to[axis];
                const double middle =
                    std::clamp((static_cast<double>(place) + 0.5) * static_cast<double>(from[axis]) / static_cast<double>(to[axis]) - 0.5,
                               0.0, static_cast<double>(from[axis] - 1));
                const auto low = static_cast<int64_t>(middle);
                const bool upper = (corner >> static_cast<unsigned>(axis) & 1U) != 0;
                const double share = middle - static_cast<double>(low);
                weight *= upper ? share : 1 - share;
                at += std::min(low + (upper ? 1 : 0), from[axis] - 1) * strides[axis];
            }
            if (weight > 0) sum += weight * map[static_cast<std::size_t>(at)];
        }
        result.set(i, sum);
    }
    return result;
}

} // namespace

extern const ExplanationSpec explanation_grad_cam;
const ExplanationSpec explanation_grad_cam = {
    .name = "grad_cam",
    .title = "Grad-CAM",
    .doc = "Where the last convolution sees what speaks for the score: its maps, each weighted by its mean gradient. Coarse, but it shows "
           "regions rather than pixels. Only what speaks for the score is shown.",
    .source = "Selvaraju et al.: Grad-CAM, Visual Explanations from Deep Networks, 2017, equations 1 and 2",
    .explain = [](ScoreFunction& score) -> Result<Tensor> {
        const std::string& layer = score.lastConvolution();
        const Shape places = score.places();
        if (layer.empty())
            return Error{phrase("Inspector", "Grad-CAM needs a convolution whose result still has places; the model has none"), "",
                         phrase("Inspector", "Try integrated gradients or occlusion.")};
        const ScoreFunction::AtLayer seen = DS_TRY(score.atLayer(layer));
        Shape map = seen.result.shape();
        map.erase(0);
        const int64_t channels = map[0];
        map.erase(0);
        if (map.rank() != places.rank())
            return Error{
                phrase("Inspector", "the places of %1, %2, are not those of the input, %3").with({layer, map.text(), places.text()}), "",
                phrase("Inspector", "Try integrated gradients or occlusion.")};
        const auto inner = static_cast<std::size_t>(map.count());
        const auto results = seen.result.span<float>(), gradients = seen.gradient.span<float>();
        std::vector<float> sum(inner);
        for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c) {
            double weight = 0;
            for (std::size_t i = 0; i < inner; ++i) weight += gradients[c * inner + i];
            weight /= static_cast<double>(inner);
            for (std::size_t i = 0; i < inner; ++i) sum[i] += static_cast<float>(weight) * results[c * inner + i];
        }
        for (float& x : sum) x = std::max(x, 0.0F);
        return stretched(sum, map, places);
    },
};

} // namespace ds::inspector
