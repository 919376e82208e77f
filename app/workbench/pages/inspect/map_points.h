// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/json.h"
#include "widgets/plot/scatter_plot.h"

namespace ds::ui {

/// What the answer to the question "projection" is on a map.
struct MapPoints {
    std::vector<ScatterPlot::Point> points;
    std::vector<ScatterPlot::Group> groups;
};

/// Groups are classes in their order, or the range of the numbers to be predicted in five equal parts; where there are more classes than
/// a legend has room for, the rare ones are one group. Rows of a parameter are one group, with their words beside them. `places`: x and y
/// of each point.
MapPoints mapPoints(const Json& answer, const std::vector<float>& places);

/// "Sneaker, predicted Ankle boot with 61 %": of one point, as far as it is known.
QString pointText(const Json& answer, std::size_t point);

} // namespace ds::ui
