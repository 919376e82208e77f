// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/workbench/shell/page.h"
#include "inspector/engine/step_profile.h"

class QPushButton;

namespace ds::ui {

class AnswerHead;
class FlameChart;
class TableModel;
class TableView;

/// Where the time of a step of the open project goes: measured in a process of its own, drawn as a flame chart over the memory in use, and
/// told for each layer beside the limits of the machine.
class ProfilePanel : public QWidget {
    Q_OBJECT

public:
    explicit ProfilePanel(PageContext& context, QWidget* parent = nullptr);

    void show(const inspector::StepProfile& profile);

signals:
    void layerPicked(const QString& layer);

private:
    void measure();
    void exportTrace();
    void fillChart(const inspector::StepProfile& profile);
    void fillTable(const inspector::StepProfile& profile);

    PageContext& m_context;
    inspector::StepProfile m_profile;
    AnswerHead* m_head;
    QPushButton *m_measure, *m_export;
    FlameChart* m_chart;
    TableModel* m_model;
    TableView* m_table;
};

} // namespace ds::ui
