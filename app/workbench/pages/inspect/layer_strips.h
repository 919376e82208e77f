// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/workbench/inspection/inspection.h"

class QComboBox;
class QLabel;

namespace ds::ui {

class StripList;

/// All layers under each other, each with how one figure of it went over time.
class LayerStrips : public QWidget {
    Q_OBJECT

public:
    explicit LayerStrips(QWidget* parent = nullptr);

    void show(const InspectionPtr& inspection);
    inspector::Figure figure() const;
    void setFigure(inspector::Figure figure);
    QString chosen() const;
    void choose(const QString& layer);

signals:
    void picked(const QString& layer);
    void figureChanged();

private:
    void refresh();

    InspectionPtr m_inspection;
    QComboBox* m_figure;
    StripList* m_list;
    QLabel* m_scale;
};

} // namespace ds::ui
