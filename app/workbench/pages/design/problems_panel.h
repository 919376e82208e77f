// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <vector>

class QLabel;
class QScrollArea;

namespace ds {
struct Problem;
}

namespace ds::ui {

/// One line, with the place in front.
QString problemText(const Problem& problem);

/// What is wrong or unwise, with mends, each in a row. Hidden while there is nothing.
class ProblemsPanel : public QFrame {
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget* parent = nullptr);
    /// The problems must live until the next call.
    void show(const std::vector<const Problem*>& problems);

signals:
    void picked(int problem);
    void hovered(int problem); ///< -1: none
    void fixChosen(int problem, int fix);
    void ignored(int problem);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* row(const Problem& problem, int index);
    QString m_last;
    QLabel* m_heading;
    QScrollArea* m_scroll;
    QWidget* m_rows = nullptr;
};

} // namespace ds::ui
