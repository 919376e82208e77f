// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <QWidget>

#include "core/base/error.h"
#include "core/base/json.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace ds::ui {

class AnswerView;
class DrawPad;
class LiveRun;

/// Asks the live weights about a sample of one's own: drawn, dropped, or typed.
class TrySample : public QWidget {
    Q_OBJECT

public:
    explicit TrySample(QWidget* parent = nullptr);

    void setRun(LiveRun* run);
    /// What the inputs are. A size makes the drawing pad useful; `pictures` that files are.
    void setInput(const QSize& grey, bool pictures, const QString& example);
    QString answerText() const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void askDrawing();
    void ask(const QString& input);
    void showAnswer(const Result<Json>& answer);

    LiveRun* m_run = nullptr;
    DrawPad* m_pad;
    QPushButton* m_clear;
    QPushButton* m_open;
    QLineEdit* m_text;
    QLabel* m_hint;
    AnswerView* m_answer;
    QSize m_grey{28, 28};
    QTemporaryDir m_folder; // drawings go to the worker as files, which it reads as it reads the project's own
    int m_drawings = 0;
    quint64 m_asked = 0;
};

} // namespace ds::ui
