// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QPainter;

namespace ds::ui {

/// A line of the size of a word. Values that are not finite leave a gap.
void paintSparkline(QPainter& painter, const QRectF& rect, const std::vector<double>& values, const QColor& color);

class Sparkline : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(QWidget* parent = nullptr);
    void setValues(std::vector<double> values);
    void setColor(int series);
    QSize sizeHint() const override { return {96, 24}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<double> m_values;
    int m_color = 0;
};

} // namespace ds::ui
