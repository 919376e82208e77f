// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

#include "app/workbench/inspection/inspection.h"

class QButtonGroup;
class QComboBox;
class QLabel;

namespace ds::ui {

class CurvePlot;
class RidgePlot;
struct Curve;

/// One layer: how what it gives, its gradients, weights and updates were distributed over time; beside the loss.
class LayerDetail : public QWidget {
    Q_OBJECT

public:
    explicit LayerDetail(QWidget* parent = nullptr);

    void show(const InspectionPtr& inspection);
    void setLayer(const QString& layer);
    void setFigure(inspector::Figure figure);
    void setQuantity(inspector::Quantity quantity);
    /// In all views at once.
    void setMoment(std::optional<double> step);
    /// The loss of what is tried, beside that of the run; null: nothing is.
    void setTrial(const Curve* loss);
    void setEmptyText(const QString& text);

signals:
    /// In one of the views.
    void stepPicked(double step);

private:
    void refresh();
    void refreshTensors();
    void refreshRidges();
    void refreshCurves();
    const inspector::Trace::Series* series() const;

    InspectionPtr m_inspection;
    std::string m_layer;
    inspector::Figure m_figure = inspector::Figure::GradientSize;
    QLabel* m_name;
    QLabel* m_facts;
    QButtonGroup* m_quantities;
    QComboBox* m_tensor; // of a layer with several parameters
    QComboBox* m_form;
    RidgePlot* m_ridges;
    QLabel* m_statistics;
    CurvePlot* m_loss;
    QLabel* m_curveTitle;
    CurvePlot* m_curve;
};

} // namespace ds::ui
