// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace ds::ui {

/// Bars with names below, or a histogram (bars that touch, numbers at both ends). The value stands in the tooltip and above the bar
/// where there is room.
class BarPlot : public QWidget {
    Q_OBJECT

public:
    explicit BarPlot(QWidget* parent = nullptr);
    void setBars(QStringList names, std::vector<double> values);
    /// counts[i] lies between low + i·w and low + (i + 1)·w.
    void setHistogram(std::vector<double> counts, double low, double high);
    /// How values read: numberText() without it.
    void setValueText(QString (*text)(double)) { m_text = text; }
    void setColor(const QColor& color);

    QSize sizeHint() const override { return {280, 120}; }
    QString textAt(const QPoint& at) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF bar(std::size_t i) const;
    QRectF area() const;

    QStringList m_names;
    std::vector<double> m_values;
    bool m_histogram = false;
    double m_low = 0, m_high = 1, m_most = 0;
    QColor m_color;
    QString (*m_text)(double) = nullptr;
};

} // namespace ds::ui
