// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ds::ui {

class Trial;

/// How a remedy does beside the run as it was, and whether to keep it. Hidden while nothing is tried.
class TrialCard : public QFrame {
    Q_OBJECT

public:
    explicit TrialCard(QWidget* parent = nullptr);
    /// Null: nothing is tried.
    void show(const Trial* trial);

signals:
    void kept();
    void dropped();

private:
    QLabel* m_title;
    QLabel* m_where;
    QLabel* m_result;
    QProgressBar* m_progress;
    QPushButton* m_keep;
    QPushButton* m_drop;
};

} // namespace ds::ui
