// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include <vector>

namespace ds::ui {

/// Numbers over a square as bands of colour with contour lines between them, by their logarithm where all are positive. The middle is
/// marked; the number under the mouse is told.
class ContourPlot : public QWidget {
    Q_OBJECT

public:
    explicit ContourPlot(QWidget* parent = nullptr);

    /// `values`: points × points, row by row from below, over -span to span in both directions. What is not finite stays empty.
    void setField(int points, std::vector<double> values, double span);
    void clear() { setField(0, {}, 0); }
    void setEmptyText(const QString& text);

    /// Between the points linear; nan outside or where nothing is known. `at`: in the widget.
    double valueAt(const QPointF& at) const;
    QRectF area() const;
    QSize sizeHint() const override { return {360, 300}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    double valueBetween(double column, double row) const;
    /// 0 to 1; nan where nothing is known.
    double share(double value) const;
    void draw();

    int m_points = 0;
    double m_span = 0, m_low = 0, m_high = 0;
    std::vector<double> m_values;
    QString m_emptyText;
    QImage m_picture; // of the area
};

} // namespace ds::ui
