// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/inspection/figure_scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ds::ui {

using inspector::Figure;
using inspector::LayerFigure;

FigureScale::FigureScale(Figure figure, const std::vector<LayerFigure>& layers) : m_logarithmic(figure != Figure::ResultZeros)
{
    std::vector<double> logs;
    for (const LayerFigure& layer : layers)
        for (const LayerFigure::Point& point : layer.points)
            if (std::isfinite(point.value) && point.value > 0) logs.push_back(std::log10(point.value));
    if (!m_logarithmic || logs.empty()) return;
    const auto [low, high] = std::minmax_element(logs.begin(), logs.end());
    // Three powers of ten at least: what hardly differs shall not look as if it did.
    const double middle = (*low + *high) / 2, half = std::max(1.5, (*high - *low) / 2);
    m_low = middle - half;
    m_high = middle + half;
}

double FigureScale::place(double value) const
{
    if (!std::isfinite(value)) return value;
    if (!m_logarithmic) return std::clamp(value, 0.0, 1.0);
    return value > 0 ? std::clamp((std::log10(value) - m_low) / (m_high - m_low), 0.0, 1.0) : 0;
}

double FigureScale::low() const { return m_logarithmic ? std::pow(10, m_low) : 0; }
double FigureScale::high() const { return m_logarithmic ? std::pow(10, m_high) : 1; }

double valueAt(const LayerFigure& layer, int64_t step)
{
    if (layer.points.empty()) return std::numeric_limits<double>::quiet_NaN();
    const auto behind = std::upper_bound(layer.points.begin(), layer.points.end(), step,
                                         [](int64_t at, const LayerFigure::Point& point) { return at < point.update; });
    return (behind == layer.points.begin() ? *behind : *(behind - 1)).value;
}

} // namespace ds::ui
