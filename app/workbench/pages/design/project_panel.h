// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTabWidget;

namespace ds::ui {

class Form;
class Project;

/// The settings of the project: training, optimiser and schedule, data, loss. All of it comes from the registries' descriptions.
class ProjectPanel : public QWidget {
    Q_OBJECT

public:
    enum class Tab { Training, Optimizer, Data, Loss, Unchanged };

    ProjectPanel(Project& project, QWidget* parent = nullptr);
    void show(Tab tab);
    /// "optimizer.learning_rate", "training.epochs", "data.train"
    void focusField(const QString& field);

private:
    void edit(const QString& name, const QVariant& value, bool finished);

    Project& m_project;
    QTabWidget* m_tabs;
    Form* m_forms[4];
    int m_round = 0;
};

} // namespace ds::ui
