// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

#include "inspector/engine/layer_figures.h"

namespace ds::ui {

/// How the values of a figure are coloured: the same colour means the same value in all layers and at all steps.
class FigureScale {
public:
    FigureScale() = default;
    FigureScale(inspector::Figure figure, const std::vector<inspector::LayerFigure>& layers);

    /// 0 to 1; what is no finite number stays so.
    double place(double value) const;
    /// By the logarithm, from low() to high(); else from none to all.
    bool logarithmic() const { return m_logarithmic; }
    double low() const;
    double high() const;

private:
    bool m_logarithmic = true;
    double m_low = 0, m_high = 1; // logarithms to base 10
};

/// The last value up to a step, or else the first; nan if there is none.
double valueAt(const inspector::LayerFigure& layer, int64_t step);

} // namespace ds::ui
