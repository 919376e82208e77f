// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QWidget>

#include <vector>

namespace ds::ui {

/// A stretch of time; what it consists of lies one row deeper.
struct FlameSpan {
    double begin = 0, end = 0;
    int depth = 0;
    int id = -1; ///< of spans that can be chosen
    QString text, tip;
    QColor colour;
};

/// Spans under an axis of time, and beneath them how much of something there was at each moment. The wheel zooms, dragging moves, a
/// double click shows a span in full.
class FlameChart : public QWidget {
    Q_OBJECT

public:
    explicit FlameChart(QWidget* parent = nullptr);

    /// `end`: of the axis, in milliseconds. Spans of one depth do not overlap and come in the order of time.
    void setSpans(std::vector<FlameSpan> spans, double end);
    /// A staircase: from each x on there is so much, up to the next one. `most` says how the largest one reads.
    void setArea(std::vector<QPointF> steps, const QString& title, const QString& most);
    void setEmptyText(const QString& text);

    /// -1: none. Brings it into view.
    void choose(int id);
    int chosen() const { return m_chosen; }
    void showRange(double begin, double end);
    double begin() const { return m_begin; }
    double end() const { return m_end; }
    /// Null if there is none.
    const FlameSpan* spanAt(const QPoint& point) const;

    QSize sizeHint() const override { return {600, 240}; }
    QSize minimumSizeHint() const override { return {240, 140}; }

signals:
    void picked(int id);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    double xOf(double time) const;
    double timeOf(double x) const;
    void zoom(double factor, double around);
    void paintAxis(QPainter& painter) const;
    void paintSpans(QPainter& painter) const;
    void paintArea(QPainter& painter) const;
    int areaTop() const;

    std::vector<FlameSpan> m_spans;
    std::vector<QPointF> m_area;
    QString m_areaTitle, m_areaMost, m_empty;
    double m_last = 0, m_begin = 0, m_end = 0; // of all, and what is in view
    int m_depth = 0, m_chosen = -1;
    double m_grabbed = 0; // the time under the pointer when it was pressed
    QPoint m_pressed;
    bool m_dragging = false;
};

} // namespace ds::ui
