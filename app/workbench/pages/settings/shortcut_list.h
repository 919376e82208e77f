// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace ds::ui {

class Commands;

/// All commands and their keys; the keys of the chosen one can be changed, what they already do is said first.
class ShortcutList : public QWidget {
    Q_OBJECT

public:
    explicit ShortcutList(Commands& commands, QWidget* parent = nullptr);
    void refresh();

private:
    QAction* chosen() const;
    void choose();
    void filter();
    void press();
    void take(bool evenIfUsed);

    Commands& m_commands;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    QKeySequenceEdit* m_keys;
    QPushButton *m_none, *m_reset, *m_resetAll, *m_takeOver;
    QLabel* m_conflict;
};

} // namespace ds::ui
