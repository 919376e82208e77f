// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/plot/curve_plot.h"

class QComboBox;
class QHBoxLayout;
class QSlider;
class QToolButton;

namespace ds::ui {

class CurveBoard;

/// The row above a board: smoothing, what x means, logarithmic y.
class CurveTools : public QWidget {
    Q_OBJECT

public:
    explicit CurveTools(CurveBoard* board, QWidget* parent = nullptr);
    /// At the right end.
    void addWidget(QWidget* widget);

    double smoothing() const;
    void setSmoothing(double weight);
    CurvePlot::XAxis xAxis() const;
    void setXAxis(CurvePlot::XAxis axis);

signals:
    void changed();

private:
    QHBoxLayout* m_layout;
    QSlider* m_smoothing;
    QComboBox* m_axis;
    QToolButton* m_log;
};

} // namespace ds::ui
