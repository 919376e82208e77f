// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTabWidget;

namespace ds {
struct StepForecast;
}

namespace ds::ui {

class CostRows;
class Form;
class Project;
struct CheckResult;

/// The settings of the project: training, optimiser and schedule, data, loss. All of it comes from the registries' descriptions.
class ProjectPanel : public QWidget {
    Q_OBJECT

public:
    enum class Tab { Training, Optimizer, Data, Loss, Unchanged };

    ProjectPanel(Project& project, QWidget* parent = nullptr);
    void show(Tab tab);
    /// What the model takes as a whole, below the training settings; null: not known.
    void showTotals(const CheckResult* check, const StepForecast* forecast);
    /// "optimizer.learning_rate", "training.epochs", "data.train"
    void focusField(const QString& field);

private:
    void edit(const QString& name, const QVariant& value, bool finished);

    Project& m_project;
    QTabWidget* m_tabs;
    Form* m_forms[4];
    CostRows* m_totals;
    int m_round = 0;
};

} // namespace ds::ui
