// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/shell/commands.h"

#include <QWidget>

#include "widgets/theme/icons.h"

namespace ds::ui {

QAction* Commands::add(const QString& id, const QString& text, const std::function<void()>& run, Options options)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    if (!options.icon.isEmpty()) setIcon(action, options.icon);
    const QString keys = options.shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1  (%2)").arg(text, keys));
    action->setStatusTip(options.help);
    if (!options.shortcut.isEmpty()) action->setShortcut(options.shortcut);
    if (options.scope) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        options.scope->addAction(action);
    }
    connect(action, &QAction::triggered, this, run);
    m_actions.push_back(action);
    emit added(action);
    return action;
}

QAction* Commands::find(const QString& id) const
{
    for (QAction* action : m_actions)
        if (action->objectName() == id) return action;
    return nullptr;
}

} // namespace ds::ui
