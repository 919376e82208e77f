// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ds::ui {

class LiveRun;

/// What can be changed or asked of a run while it is alive.
class LiveControls : public QFrame {
    Q_OBJECT

public:
    explicit LiveControls(QWidget* parent = nullptr);
    /// Null: there is none, or it has ended.
    void setRun(LiveRun* run);
    void refresh();

private:
    void apply();
    /// By a factor, for the buttons beside the field.
    void scale(double factor);

    LiveRun* m_run = nullptr;
    QLineEdit* m_rate;
    QPushButton* m_set;
    QPushButton* m_schedule;
    QPushButton* m_evaluate;
    QPushButton* m_checkpoint;
    QLabel* m_note;
    bool m_byHand = false;
};

} // namespace ds::ui
