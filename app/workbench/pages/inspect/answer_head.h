// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace ds::ui {

/// The line above an answer: what it comes to, or how far it is, and beside that what asks for it.
class AnswerHead : public QWidget {
    Q_OBJECT

public:
    explicit AnswerHead(QWidget* parent = nullptr);

    void addTool(QWidget* tool);
    void say(const QString& text, bool bad = false);

private:
    QHBoxLayout* m_row;
    QLabel* m_text;
};

} // namespace ds::ui
