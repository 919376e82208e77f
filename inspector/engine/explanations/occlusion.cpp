// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>

#include "inspector/engine/explanation.h"

namespace ds::inspector {

namespace {

constexpr int64_t together = 32; // samples that are computed at once

/// A stretch of places along each axis.
struct Patch {
    std::vector<int64_t> first, last; // last: one behind
};

/// Of a picture, squares of a seventh of its side that overlap by half; else each place for itself, or as many as make 256 stretches.
std::vector<Patch> patchesOf(const Shape& places)
{
    std::vector<int64_t> sides, steps;
    for (int axis = 0; axis < places.rank(); ++axis) {
        const bool picture = places.rank() == 2;
        const int64_t side = std::max<int64_t>(1, picture ? places[axis] / 7 : (places.count() + 255) / 256);
        sides.push_back(std::min(side, places[axis]));
        steps.push_back(picture ? std::max<int64_t>(1, side / 2) : sides.back());
    }
    std::vector<Patch> patches{{}};
    for (int axis = 0; axis < places.rank(); ++axis) {
        std::vector<Patch> more;
        const auto a = static_cast<std::size_t>(axis);
        for (const Patch& patch : patches)
            for (int64_t first = 0; first == 0 || first + sides[a] - steps[a] < places[axis]; first += steps[a]) {
                Patch longer = patch;
                longer.first.push_back(first);
                longer.last.push_back(std::min(first + sides[a], places[axis]));
                more.push_back(std::move(longer));
            }
        patches = std::move(more);
    }
    return patches;
}

/// By place, whether it is hidden.
std::vector<bool> hiddenBy(const Patch& patch, const Shape& places)
{
    std::vector<bool> hidden(static_cast<std::size_t>(places.count()));
    const Shape strides = rowMajorStrides(places);
    for (int64_t i = 0; i < places.count(); ++i) {
        bool inside = true;
        for (int axis = 0; axis < places.rank(); ++axis) {
            const int64_t at = i / strides[axis] % places[axis];
            inside = inside && at >= patch.first[static_cast<std::size_t>(axis)] && at < patch.last[static_cast<std::size_t>(axis)];
        }
        hidden[static_cast<std::size_t>(i)] = inside;
    }
    return hidden;
}

} // namespace

extern const ExplanationSpec explanation_occlusion;
const ExplanationSpec explanation_occlusion = {
    .name = "occlusion",
    .title = "Occlusion",
    .doc = "How far the score falls when a place is hidden (made black, zero, or no word). Slow, but it asks the model itself and takes no "
           "gradient for granted.",
    .source = "Zeiler, Fergus: Visualizing and Understanding Convolutional Networks, 2014",
    .explain = [](ScoreFunction& score) -> Result<Tensor> {
        const Shape places = score.places();
        const auto entry = score.entry().span<float>(), nothing = score.baseline().span<float>();
        const std::vector<Patch> patches = patchesOf(places);
        const double whole = DS_TRY(score.scores(score.entry())).front();
        std::vector<double> fall(static_cast<std::size_t>(places.count())), seen(fall.size());
        TensorType type = score.entry().type();
        type.shape[0] = std::min<int64_t>(together, static_cast<int64_t>(patches.size()));
        const auto batch = static_cast<std::size_t>(type.shape[0]);
        for (std::size_t first = 0; first < patches.size(); first += batch) {
            Tensor entries(type);
            std::vector<std::vector<bool>> hidden;
            for (std::size_t i = 0; i < batch; ++i) {
                // The last batch is filled up with what it has already.
                hidden.push_back(hiddenBy(patches[std::min(first + i, patches.size() - 1)], places));
                float* to = entries.span<float>().data() + i * entry.size();
                for (std::size_t k = 0; k < entry.size(); ++k) to[k] = hidden.back()[score.placeOf(k)] ? nothing[k] : entry[k];
            }
            const std::vector<double> scores = DS_TRY(score.scores(entries));
            for (std::size_t i = 0; i < batch && first + i < patches.size(); ++i)
                for (std::size_t p = 0; p < fall.size(); ++p)
                    if (hidden[i][p]) fall[p] += whole - scores[i], seen[p] += 1;
        }
        Tensor mean = Tensor::zeros({DType::F32, places});
        for (std::size_t p = 0; p < fall.size(); ++p) mean.span<float>()[p] = static_cast<float>(fall[p] / seen[p]);
        return mean;
    },
};

} // namespace ds::inspector
