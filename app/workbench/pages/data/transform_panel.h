// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

#include "core/base/error.h"
#include "core/data/dataset.h"

class QLabel;
class QListWidget;
class QMenu;
class QToolButton;

namespace ds::ui {

class Form;
class Project;

/// The transforms of the project in their order, to be added, taken away, moved and set; every change is a step that can be undone.
class TransformPanel : public QWidget {
    Q_OBJECT

public:
    explicit TransformPanel(Project& project, QWidget* parent = nullptr);

    /// The fields before any transform, which decide on what can be added, and what is wrong with the present ones.
    void setFacts(const std::vector<Field>& fields, const Errors& errors);
    void choose(int number);
    /// Help on the chosen transform, as F1 shows it.
    void showHelp();

signals:
    void currentChanged(int number);

private:
    void fill();
    void fillForm();
    void fillMenu();
    void enable();
    int current() const;

    Project& m_project;
    std::vector<Field> m_fields;
    Errors m_errors; // of data.transforms
    QListWidget* m_list;
    QToolButton *m_add, *m_remove, *m_up, *m_down, *m_help;
    QMenu* m_menu;
    QLabel *m_empty, *m_title, *m_doc, *m_problem;
    Form* m_form;
    int m_round = 0;
};

} // namespace ds::ui
