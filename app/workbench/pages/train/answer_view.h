// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace ds::ui {

/// What a model says of a sample: classes with their probabilities as bars, or numbers.
class AnswerView : public QWidget {
    Q_OBJECT

public:
    explicit AnswerView(QWidget* parent = nullptr);
    void setClasses(std::vector<std::pair<QString, double>> classes);
    void setText(const QString& text, bool problem = false);
    QString text() const;
    QSize sizeHint() const override { return {240, 5 * 24}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<std::pair<QString, double>> m_classes;
    QString m_text;
    bool m_problem = false;
};

} // namespace ds::ui
