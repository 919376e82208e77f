// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/workbench/pages/design/editing.h"

class QLabel;
class QToolButton;

namespace ds {
struct StepForecast;
}

namespace ds::ui {

class CostRows;
class Form;
class Project;
struct CheckResult;

/// One layer or several: name, type, attributes, what it costs. An edit changes all that are selected.
class LayerPanel : public QWidget {
    Q_OBJECT

public:
    LayerPanel(Project& project, QWidget* parent = nullptr);

    void show(const editing::ModelPath& path, const editing::Names& names, const CheckResult* check, const StepForecast* forecast);
    void focusField(const QString& name);

signals:
    void helpRequested(const QString& type);
    void renameRequested();

private:
    void edit(const QString& name, const QVariant& value, bool finished);
    void showForm(const Model& model);
    void showCosts(const CheckResult* check, const StepForecast* forecast);

    Project& m_project;
    editing::ModelPath m_path;
    editing::Names m_names;
    std::string m_type; ///< empty: different ones
    int m_round = 0;    ///< typing in a field is one step of undo, coming back to it another
    QLabel *m_dot, *m_title;
    QToolButton* m_help;
    Form* m_form;
    CostRows* m_costs;
};

} // namespace ds::ui
