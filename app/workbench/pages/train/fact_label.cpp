// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/train/fact_label.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

#include "widgets/theme/theme.h"

namespace ds::ui {

FactLabel::FactLabel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    measure();
}

QFont FactLabel::strong() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    return bold;
}

QString FactLabel::text() const { return m_more.isEmpty() ? m_value : m_value + QLatin1Char(' ') + m_more; }

void FactLabel::setText(const QString& value, const QString& more)
{
    if (value == m_value && more == m_more) return;
    if (value.isEmpty()) m_room = {};
    m_value = value;
    m_more = more;
    setAccessibleName(text());
    measure();
    update();
}

/// Takes more room where it is needed.
void FactLabel::measure()
{
    const QFontMetrics metrics(strong());
    int width = metrics.horizontalAdvance(m_value);
    if (!m_more.isEmpty()) width += metrics.horizontalAdvance(QLatin1Char(' ')) + fontMetrics().horizontalAdvance(m_more);
    const QSize room(std::max(m_room.width(), width + 1), std::max(metrics.height(), fontMetrics().height()));
    if (room == m_room) return;
    m_room = room;
    updateGeometry();
}

void FactLabel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange) return;
    m_room = {};
    measure();
}

void FactLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QFont bold = strong();
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_value);
    if (m_more.isEmpty()) return;
    const QFontMetrics metrics(bold);
    painter.setFont(font());
    painter.setPen(color(Role::Text2));
    painter.drawText(rect().adjusted(metrics.horizontalAdvance(m_value + QLatin1Char(' ')), 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_more);
}

} // namespace ds::ui
