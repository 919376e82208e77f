// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form/switch.h"

#include <QPainter>

#include "widgets/theme/theme.h"

namespace ds::ui {

Switch::Switch(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] { m_mixed = false; });
}

void Switch::setMixed(bool mixed)
{
    m_mixed = mixed;
    update();
}

void Switch::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(0.5, (height() - 19) / 2.0, 33, 19);
    const bool on = isChecked() && !m_mixed;
    const QColor fill = !isEnabled() ? color(Role::Line) : on ? color(Role::Accent) : color(Role::Line);
    painter.setPen(hasFocus() ? QPen(mixed(color(Role::Accent), color(Role::Text), 0.3), 1.5) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(track, 9.5, 9.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(on ? color(Role::OnAccent) : color(Role::Text2));
    const double x = m_mixed ? track.center().x() : on ? track.right() - 9.5 : track.left() + 9.5;
    painter.drawEllipse(QPointF(x, track.center().y()), 6.5, 6.5);
}

} // namespace ds::ui
