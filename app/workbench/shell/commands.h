// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace ds::ui {

struct CommandOptions {
    QKeySequence shortcut = {};
    QString icon = {};
    QString help = {};
    /// The shortcut works only while this widget or one inside of it has the focus; null: in the whole window.
    QWidget* scope = nullptr;
};

/// Everything that can be done has a name, an action and, where used often, a shortcut: the palette (Ctrl+Shift+P), menus and
/// buttons all use the same QAction.
class Commands : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    using Options = CommandOptions;
    /// `id` is "design.fit"; `text` is what people read, in their language. The action's tooltip shows text and shortcut.
    QAction* add(const QString& id, const QString& text, const std::function<void()>& run, Options options = {});
    QAction* find(const QString& id) const;
    const std::vector<QAction*>& all() const { return m_actions; }

signals:
    void added(QAction* action);

private:
    std::vector<QAction*> m_actions;
};

} // namespace ds::ui
