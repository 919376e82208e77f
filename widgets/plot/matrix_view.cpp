// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/matrix_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

MatrixView::MatrixView(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy square(QSizePolicy::Preferred, QSizePolicy::Preferred);
    square.setHeightForWidth(true);
    setSizePolicy(square);
    setAccessibleName(tr("Confusion matrix"));
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

void MatrixView::setMatrix(QStringList labels, std::vector<double> counts)
{
    m_labels = std::move(labels);
    m_counts = std::move(counts);
    m_counts.resize(static_cast<std::size_t>(classes()) * static_cast<std::size_t>(classes()));
    m_rows.assign(static_cast<std::size_t>(classes()), 0);
    for (int row = 0; row < classes(); ++row)
        for (int column = 0; column < classes(); ++column) m_rows[static_cast<std::size_t>(row)] += count(row, column);
    m_chosen = {-1, -1};
    update();
}

void MatrixView::setShares(bool on)
{
    m_shares = on;
    update();
}

double MatrixView::share(int row, int column) const
{
    const double sum = m_rows[static_cast<std::size_t>(row)];
    return sum > 0 ? count(row, column) / sum : 0;
}

QString MatrixView::describe(int row, int column) const
{
    if (row < 0 || column < 0 || row >= classes() || column >= classes()) return {};
    const QString counts = tr("%1 of %2 (%3)")
                               .arg(countText(std::llround(count(row, column))),
                                    countText(std::llround(m_rows[static_cast<std::size_t>(row)])), percentText(share(row, column), 1));
    return row == column ? tr("“%1” recognised: %2").arg(m_labels[row], counts)
                         : tr("“%1” taken for “%2”: %3").arg(m_labels[row], m_labels[column], counts);
}

QRectF MatrixView::area() const
{
    const QFontMetricsF metrics(Theme::instance().font(Theme::Text::Secondary));
    double label = 24;
    for (const QString& text : m_labels) label = std::max(label, metrics.horizontalAdvance(text));
    label = std::min(label + 8, 0.3 * std::min(width(), height()));
    const double side = std::min(width() - label - 18, height() - label - 18.0);
    return {label + 16, 16, std::max(10.0, side), std::max(10.0, side)};
}

QRectF MatrixView::cell(int row, int column) const
{
    const QRectF plot = area();
    const double side = plot.width() / std::max(1, classes());
    return {plot.left() + column * side, plot.top() + row * side, side, side};
}

QPoint MatrixView::cellAt(const QPointF& at) const
{
    const QRectF plot = area();
    if (classes() == 0 || !plot.contains(at)) return {-1, -1};
    const double side = plot.width() / classes();
    const int row = std::min(classes() - 1, static_cast<int>((at.y() - plot.top()) / side));
    const int column = std::min(classes() - 1, static_cast<int>((at.x() - plot.left()) / side));
    return {row, column};
}

void MatrixView::paintLabels(QPainter& painter) const
{
    const QRectF plot = area();
    const QFontMetricsF metrics(painter.font());
    const double side = plot.width() / classes();
    const int every = std::max(1, static_cast<int>(std::ceil(13 / side))); // a hundred classes: not all have room for their name
    painter.setPen(color(Role::Text2));
    for (int i = 0; i < classes(); i += every) {
        const QRectF row = cell(i, 0);
        const double room = plot.left() - 22;
        painter.drawText(QRectF(16, row.center().y() - 8, room, 16), Qt::AlignVCenter | Qt::AlignRight,
                         metrics.elidedText(m_labels[i], Qt::ElideRight, room));
        const QRectF column = cell(classes() - 1, i);
        const QString text = metrics.elidedText(m_labels[i], Qt::ElideRight, height() - plot.bottom() - 6);
        if (metrics.horizontalAdvance(text) <= side - 2) {
            painter.drawText(QRectF(column.left(), plot.bottom() + 3, side, 16), Qt::AlignCenter, text);
            continue;
        }
        painter.save();
        painter.translate(column.center().x() + 4, plot.bottom() + 5);
        painter.rotate(-90);
        painter.drawText(QPointF(-metrics.horizontalAdvance(text), 0), text);
        painter.restore();
    }
    painter.setPen(color(Role::Text3));
    painter.drawText(QRectF(plot.left(), 0, plot.width(), 14), Qt::AlignCenter, tr("taken for"));
    painter.save();
    painter.translate(12, plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-60, -12, 120, 14), Qt::AlignCenter, tr("true class"));
    painter.restore();
}

void MatrixView::paintEvent(QPaintEvent* /*event*/)
{
    if (classes() == 0) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::instance().font(Theme::Text::Secondary));
    QFont small = painter.font();
    if (cell(0, 0).width() < 28) small.setPixelSize(9); // ten classes beside a page of curves
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    const QColor none = color(Theme::instance().dark() ? Role::Canvas : Role::Window);
    for (int row = 0; row < classes(); ++row) {
        for (int column = 0; column < classes(); ++column) {
            const double part = share(row, column);
            // The square root: one in a hundred is what one looks for beside the full diagonal.
            const QColor tint = mixed(none, row == column ? color(Role::Accent) : color(Role::Warning), std::sqrt(part));
            const QRectF shape = cell(row, column);
            const double gap = shape.width() > 8 ? 1 : 0;
            painter.fillRect(shape.adjusted(0, 0, -gap, -gap), tint);
            if (count(row, column) == 0) continue;
            const QString text =
                m_shares ? QString::number(100 * part, 'f', part < 0.0995 ? 1 : 0) : countText(std::llround(count(row, column)));
            if (metrics.horizontalAdvance(text) > shape.width() - 1 || shape.height() < 13) continue;
            painter.setPen(tint.lightnessF() > 0.55 ? QColor(0x1C, 0x21, 0x27) : QColor(Qt::white));
            painter.drawText(shape, Qt::AlignCenter, text);
        }
    }
    if (m_chosen.x() >= 0 && hasFocus()) {
        painter.setPen(QPen(color(Role::Text), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cell(m_chosen.y(), m_chosen.x()));
    }
    painter.setFont(Theme::instance().font(Theme::Text::Secondary));
    paintLabels(painter);
}

void MatrixView::choose(int row, int column)
{
    if (classes() == 0) return;
    row = std::clamp(row, 0, classes() - 1);
    column = std::clamp(column, 0, classes() - 1);
    m_chosen = {column, row};
    setAccessibleDescription(describe(row, column));
    QToolTip::showText(mapToGlobal(cell(row, column).center().toPoint()), describe(row, column), this);
    update();
    emit cellChosen(row, column);
}

bool MatrixView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QPoint at = cellAt(help->pos());
    QToolTip::showText(help->globalPos(), describe(at.x(), at.y()), this);
    return true;
}

void MatrixView::mousePressEvent(QMouseEvent* event)
{
    const QPoint at = cellAt(event->position());
    if (at.x() >= 0) choose(at.x(), at.y());
}

void MatrixView::keyPressEvent(QKeyEvent* event)
{
    const int row = m_chosen.y(), column = m_chosen.x();
    switch (event->key()) {
    case Qt::Key_Left: choose(row, column - 1); break;
    case Qt::Key_Right: choose(row, column + 1); break;
    case Qt::Key_Up: choose(row - 1, column); break;
    case Qt::Key_Down: choose(row + 1, column); break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace ds::ui
