// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <cstdint>

class QLabel;
class QPushButton;
class QSlider;
class QToolButton;

namespace ds::ui {

/// The steps of a run as a line to move along, and a button that makes the one at hand again.
class TimeStrip : public QFrame {
    Q_OBJECT

public:
    explicit TimeStrip(QWidget* parent = nullptr);

    /// How many there are; 0: none. Who stands at the last one goes on with it.
    void setSteps(int64_t last);
    int64_t step() const;
    void setStep(int64_t step);
    /// The step is being made again and stands after `update`; negative: not any more.
    void setProgress(int64_t update);
    void setMessage(const QString& text, bool bad = false);
    QString message() const;

signals:
    void moved(int64_t step);
    void wanted(int64_t step);

private:
    void refresh();

    QLabel* m_step;
    QToolButton *m_back, *m_forward;
    QSlider* m_slider;
    QPushButton* m_again;
    QLabel* m_message;
    int64_t m_last = 0;
    bool m_busy = false;
};

} // namespace ds::ui
