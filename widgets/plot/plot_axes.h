// SPDX-License-Identifier: GPL-3.0-or-later
// The only header of the room that speaks of QCustomPlot; for the room's own .cpp files.
#pragma once

#include "widgets/plot/curve_plot.h"

class QCPAxis;
class QCustomPlot;

namespace ds::ui {

/// No frame, a hairline grid, our numbers; colours of the theme at hand.
void styleAxes(QCustomPlot& plot);
/// Ticks and labels for what x means, or for plain numbers; also sets linear or logarithmic.
void setAxisKind(QCPAxis& axis, CurvePlot::XAxis kind, bool logarithmic);
/// How an x reads in the card at the cursor.
QString xText(double x, CurvePlot::XAxis kind);

} // namespace ds::ui
