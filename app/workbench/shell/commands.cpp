// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/shell/commands.h"

#include <QPointer>
#include <QWidget>

#include "app/workbench/shell/settings.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

namespace {

constexpr const char* first = "firstKeys";
constexpr const char* scopeOf = "scope";

QString keyOf(const QAction* action) { return QStringLiteral("shortcuts/") + action->objectName(); }

} // namespace

QAction* Commands::add(const QString& id, const QString& text, const std::function<void()>& run, Options options)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    if (!options.icon.isEmpty()) setIcon(action, options.icon);
    action->setStatusTip(options.help);
    action->setProperty(first, QVariant::fromValue(options.shortcut));
    QKeySequence keys = options.shortcut;
    if (m_settings) {
        if (const QVariant chosen = m_settings->value(keyOf(action)); chosen.isValid())
            keys = QKeySequence(chosen.toString(), QKeySequence::PortableText);
    }
    apply(action, keys);
    if (options.scope) {
        action->setProperty(scopeOf, QVariant::fromValue(QPointer<QWidget>(options.scope)));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        options.scope->addAction(action);
    }
    connect(action, &QAction::triggered, this, run);
    m_actions.push_back(action);
    emit added(action);
    return action;
}

void Commands::apply(QAction* action, const QKeySequence& keys)
{
    action->setShortcut(keys);
    const QString words = keys.toString(QKeySequence::NativeText);
    action->setToolTip(words.isEmpty() ? action->text() : QStringLiteral("%1  (%2)").arg(action->text(), words));
}

void Commands::keepKeysIn(Settings& settings) { m_settings = &settings; }

void Commands::setKeys(QAction* action, const QKeySequence& keys)
{
    if (action->shortcut() == keys) return;
    apply(action, keys);
    if (m_settings)
        m_settings->setValue(keyOf(action), keys == firstKeys(action) ? QVariant() : QVariant(keys.toString(QKeySequence::PortableText)));
    emit keysChanged(action);
}

QKeySequence Commands::firstKeys(const QAction* action) { return action->property(first).value<QKeySequence>(); }

QAction* Commands::conflict(const QAction* action, const QKeySequence& keys) const
{
    if (keys.isEmpty()) return nullptr;
    const auto scope = [](const QAction* of) { return of->property(scopeOf).value<QPointer<QWidget>>().data(); };
    const QWidget* here = scope(action);
    for (QAction* other : m_actions) {
        if (other == action || other->shortcut() != keys) continue;
        const QWidget* there = scope(other);
        if (!here || !there || here == there || here->isAncestorOf(there) || there->isAncestorOf(here)) return other;
    }
    return nullptr;
}

QAction* Commands::find(const QString& id) const
{
    for (QAction* action : m_actions)
        if (action->objectName() == id) return action;
    return nullptr;
}

} // namespace ds::ui
