// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <map>
#include <string>

#include "app/workbench/inspection/figure_scale.h"
#include "app/workbench/inspection/inspection.h"
#include "app/workbench/pages/design/drawing.h"

class QLabel;
class QSlider;

namespace ds::ui {

class Canvas;

/// In the upper left corner of the canvas: which figure of a training colours the layers, what the colours stand for, and the step, along
/// which one can go.
class HeatBar : public QFrame {
    Q_OBJECT

public:
    explicit HeatBar(Canvas& canvas);

    inspector::Figure figure() const { return m_figure; }
    void setFigure(inspector::Figure figure);
    /// Who stands at the last step goes on with it. Null: nothing was seen.
    void setInspection(const InspectionPtr& inspection);
    /// Of all layers at the step that is chosen.
    std::map<std::string, LayerHeat> heat() const;
    int64_t step() const;
    void setStep(int64_t step);

signals:
    void moved();

private:
    void refresh();
    void describe();

    InspectionPtr m_inspection;
    inspector::Figure m_figure = inspector::Figure::GradientSize;
    FigureScale m_scale;
    int64_t m_last = 0;
    QLabel* m_title;
    QLabel* m_step;
    QLabel* m_low;
    QLabel* m_high;
    QSlider* m_slider;
    QWidget* m_colours;
};

} // namespace ds::ui
