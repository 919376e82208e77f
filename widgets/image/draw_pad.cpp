// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/image/draw_pad.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

#include "widgets/theme/theme.h"

namespace ds::ui {

DrawPad::DrawPad(QWidget* parent) : QWidget(parent)
{
    m_canvas.fill(0);
    setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Drawing pad"));
    setToolTip(tr("Draw with the left button, erase with the right one; Delete clears"));
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

QRectF DrawPad::square() const
{
    const double length = std::min(width(), height()) - 2.0;
    return {(width() - length) / 2, (height() - length) / 2, length, length};
}

QPointF DrawPad::toCanvas(const QPointF& at) const
{
    const QRectF area = square();
    return (at - area.topLeft()) * (side / area.width());
}

void DrawPad::stroke(const QPointF& from, const QPointF& to)
{
    QPainter painter(&m_canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_erasing ? Qt::black : Qt::white, m_erasing ? 36 : 22, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(from, to + QPointF(0.01, 0)); // a point has no length and would not be drawn
    m_blank = m_blank && m_erasing;
    update();
}

void DrawPad::clear()
{
    m_canvas.fill(0);
    m_blank = true;
    update();
    emit drawn();
}

QImage DrawPad::image(const QSize& size) const
{
    double weight = 0, x = 0, y = 0;
    for (int row = 0; row < side; ++row) {
        const uchar* line = m_canvas.constScanLine(row);
        for (int column = 0; column < side; ++column) {
            weight += line[column];
            x += line[column] * column;
            y += line[column] * row;
        }
    }
    QImage moved(side, side, QImage::Format_Grayscale8);
    moved.fill(0);
    if (weight > 0) {
        QPainter painter(&moved);
        painter.drawImage(QPointF(side / 2.0 - x / weight, side / 2.0 - y / weight), m_canvas);
    }
    return moved.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
}

void DrawPad::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath shape;
    shape.addRoundedRect(square(), 6, 6);
    painter.setClipPath(shape);
    painter.drawImage(square(), m_canvas);
    painter.setClipping(false);
    painter.setPen(QPen(color(hasFocus() ? Role::Accent : Role::Line), 1));
    painter.drawPath(shape);
    if (!m_blank) return;
    painter.setPen(QColor(0xA8, 0xB0, 0xBC)); // the pad is black in both themes
    painter.drawText(square(), Qt::AlignCenter, tr("Draw here"));
}

void DrawPad::mousePressEvent(QMouseEvent* event)
{
    m_drawing = true;
    m_erasing = event->button() == Qt::RightButton;
    m_last = toCanvas(event->position());
    stroke(m_last, m_last);
}

void DrawPad::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_drawing) return;
    const QPointF at = toCanvas(event->position());
    stroke(m_last, at);
    m_last = at;
}

void DrawPad::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    if (!std::exchange(m_drawing, false)) return;
    emit drawn();
}

void DrawPad::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) clear();
    else QWidget::keyPressEvent(event);
}

} // namespace ds::ui
