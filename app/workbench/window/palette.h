// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QLineEdit;
class QTreeWidget;

namespace ds::ui {

class Commands;

/// Every command by typing parts of its name: Ctrl+Shift+P.
class Palette : public QFrame {
    Q_OBJECT

public:
    Palette(const Commands& commands, QWidget* parent);
    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void move(int rows);
    void run();

    const Commands& m_commands;
    QLineEdit* m_search;
    QTreeWidget* m_list;
};

/// How well `text` matches what was typed: letters in order, better at the start of words. Negative: not at all.
int matchScore(const QString& typed, const QString& text);

} // namespace ds::ui
