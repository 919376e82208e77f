// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace ds::ui {

/// Up to some thousand points in a plane, in colours by group, with a legend that hides and shows groups. Both directions have the same
/// scale. The wheel zooms, dragging moves, a double click or Home shows all; Left and Right choose points, Return picks the chosen one.
class ScatterPlot : public QWidget {
    Q_OBJECT

public:
    struct Point {
        QPointF at;
        int group = 0;
        QString tip;   ///< under the mouse
        QString label; ///< beside the point, where there is room
    };
    struct Group {
        QString name;
        QColor colour = {}; ///< not valid: that of the series of its number; beyond eight with other marks
    };

    explicit ScatterPlot(QWidget* parent = nullptr);

    /// All groups and all points are in view then, none is chosen. One group needs no legend.
    void setPoints(std::vector<Point> points, std::vector<Group> groups);
    void clear() { setPoints({}, {}); }
    void setEmptyText(const QString& text);

    void setHidden(int group, bool hidden);
    bool hidden(int group) const { return m_hidden[static_cast<std::size_t>(group)]; }
    /// -1: none. Does not tell picked().
    void choose(int point);
    int chosen() const { return m_chosen; }
    void fit();
    /// What is in view, in the points' unit; y rises upwards.
    QRectF view() const { return m_view; }

    /// Of what is shown, the nearest within a few pixels; -1: none. In the widget.
    int pointAt(const QPointF& at) const;
    QPointF placeOf(int point) const { return toWidget(m_points[static_cast<std::size_t>(point)].at); }
    /// Of a group in the legend, which has as many columns as it needs; empty if there is only one group.
    QRectF legendOf(int group) const;
    QRectF area() const;
    QSize sizeHint() const override { return {480, 300}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

signals:
    /// By a click or with Return.
    void picked(int point);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QPointF toWidget(const QPointF& at) const;
    double scale() const; // pixels a unit
    bool shown(std::size_t point) const { return !m_hidden[static_cast<std::size_t>(m_points[point].group)]; }
    int groupAt(const QPointF& at) const;
    int legendRows() const;
    double legendColumn() const; // its width
    double legendWidth() const;
    double markRadius() const;
    void zoom(double factor, const QPointF& around);
    void chooseNext(int direction);
    void paintPoints(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    QColor colourOf(int group) const;

    std::vector<Point> m_points;
    std::vector<Group> m_groups;
    std::vector<bool> m_hidden;
    mutable std::vector<double> m_widths; // of labels, once they were measured; 0: not yet
    double m_widestName = 0;              // in the legend
    QRectF m_all, m_view;                 // of the points
    bool m_fitted = true;                 // the view follows the size of the widget
    int m_chosen = -1;
    QString m_emptyText;
    QPointF m_pressed, m_grabbed; // in the widget; of the view when it was pressed
    bool m_dragging = false;
};

} // namespace ds::ui
