// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

#include "widgets/theme/theme.h"

namespace ds::ui {

/// resources/icons/NAME.svg in the colour of a role, grey while disabled, in the accent while checked. It follows the theme: set it
/// again at Theme::changed(), or use setIcon().
QIcon icon(const QString& name, Role role = Role::Text2);

/// For painting: `size` in device-independent pixels.
QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal ratio);

/// Gives a button or an action its icon and keeps it right when the theme changes.
template <class Target>
void setIcon(Target* target, const QString& name, Role role = Role::Text2)
{
    target->setIcon(icon(name, role));
    QObject::connect(&Theme::instance(), &Theme::changed, target, [target, name, role] { target->setIcon(icon(name, role)); });
}

} // namespace ds::ui
