// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/zoom_control.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <cmath>

#include "widgets/canvas/canvas.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

ZoomControl::ZoomControl(Canvas& canvas) : QFrame(&canvas), m_canvas(canvas)
{
    setProperty("card", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    const auto button = [&](const QString& iconName, const QString& name, auto run) {
        auto* made = new QToolButton(this);
        made->setProperty("flat", true);
        if (!iconName.isEmpty()) setIcon(made, iconName);
        made->setToolTip(name);
        made->setAccessibleName(name);
        made->setFocusPolicy(Qt::TabFocus);
        connect(made, &QToolButton::clicked, this, run);
        row->addWidget(made);
        return made;
    };
    button(QStringLiteral("minus"), tr("Zoom out (−)"), [this] { m_canvas.zoomBy(1 / 1.25); });
    m_percent = button({}, tr("Actual size"), [this] { m_canvas.setZoom(1, m_canvas.rect().center()); });
    m_percent->setFixedWidth(56);
    button(QStringLiteral("plus"), tr("Zoom in (+)"), [this] { m_canvas.zoomBy(1.25); });
    button(QStringLiteral("fit"), tr("Show everything (Home)"), [this] { m_canvas.zoomToFit(); });
    refresh();
    resize(sizeHint());
}

void ZoomControl::refresh() { m_percent->setText(tr("%1 %").arg(std::lround(m_canvas.zoom() * 100))); }

} // namespace ds::ui
