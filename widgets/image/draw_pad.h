// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace ds::ui {

/// A square to draw a digit or a shape on, white on black as such data are. The right button erases, Delete clears.
class DrawPad : public QWidget {
    Q_OBJECT

public:
    explicit DrawPad(QWidget* parent = nullptr);

    /// What is drawn, centred by its weight as MNIST's digits are, in grey of this size.
    QImage image(const QSize& size) const;
    bool blank() const { return m_blank; }
    void clear();

    QSize sizeHint() const override { return {196, 196}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width; }

signals:
    void drawn(); ///< after each stroke, and after clear()

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF square() const;
    QPointF toCanvas(const QPointF& at) const;
    void stroke(const QPointF& from, const QPointF& to);

    static constexpr int side = 280;
    QImage m_canvas{side, side, QImage::Format_Grayscale8};
    QPointF m_last;
    bool m_drawing = false, m_erasing = false, m_blank = true;
};

} // namespace ds::ui
