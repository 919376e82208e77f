// SPDX-License-Identifier: GPL-3.0-or-later
// What a plot shows, as plain values.
#pragma once

#include <QString>

#include <vector>

namespace ds::ui {

struct Curve {
    QString id, label;
    int color = 0;                        ///< of Theme::series()
    bool dashed = false;                  ///< of another run, say
    bool smooth = true;                   ///< whether the smoothing of the plot applies
    std::vector<double> xs = {}, ys = {}; ///< ascending xs; a y that is not finite leaves a gap and a mark
};

/// Something that happened, drawn on the x axis.
struct PlotMark {
    enum class Kind { LearningRate, Checkpoint, Verdict, Other } kind = Kind::Other;
    double x = 0;
    QString text;
};

} // namespace ds::ui
