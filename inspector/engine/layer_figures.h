// SPDX-License-Identifier: Apache-2.0
// One number for each layer and moment, to compare layers by.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "inspector/engine/trace.h"

namespace ds::inspector {

enum class Figure {
    ResultSize,   ///< root mean square of what the layer gives
    ResultZeros,  ///< share of zeros in it
    GradientSize, ///< root mean square of the loss's gradient with respect to it
    WeightSize,   ///< root mean square of all parameters of the layer; those that do not multiply (biases) left out where others are there
    WeightGradientSize,
    UpdateRatio ///< norm of the update to that of the parameters themselves
};
constexpr int figures = 6;

struct LayerFigure {
    struct Point {
        int64_t update;
        double value; ///< nan or infinite where the tensor was
    };
    std::string layer;
    std::vector<Point> points;
};

/// Of all layers that have the figure, in the order in which the document lists them.
std::vector<LayerFigure> figuresOf(const Trace& trace, Figure figure, const Document& document);

/// Layers of which nothing was seen since another layer's op computes them, too (an activation behind a convolution), or since they look at
/// another's result in another shape: by their names, the layer whose result is theirs.
std::map<std::string, std::string> computedWith(const Trace& trace, const Document& document);

/// Where the layer with this path stands in the document; behind all if it is not there.
std::size_t orderOf(const Document& document, const std::string& layer);

} // namespace ds::inspector
