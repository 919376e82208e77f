// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include "app/workbench/pages/design/editing.h"

class QStackedWidget;

namespace ds {
struct StepForecast;
}

namespace ds::ui {

class LayerPanel;
class Project;
class ProjectPanel;
struct CheckResult;

/// At the right: the attributes of what is selected, or the settings of the project.
class Inspector : public QWidget {
    Q_OBJECT

public:
    Inspector(Project& project, QWidget* parent = nullptr);

    /// `selection` may hold editing::dataId and lossId.
    void show(const editing::ModelPath& path, const QStringList& selection, const CheckResult* check, const StepForecast* forecast);
    /// For links from problems: "units", "optimizer.learning_rate", "data.train".
    void focusField(const QString& field);

signals:
    void helpRequested(const QString& type);
    void renameRequested();

private:
    QStackedWidget* m_stack;
    LayerPanel* m_layer;
    ProjectPanel* m_project;
};

} // namespace ds::ui
