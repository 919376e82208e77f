// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace ds::ui {

class Settings;

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

    /// Keys that the person chose are kept there, also for commands that are added later.
    void keepKeysIn(Settings& settings);
    /// Empty: none. The tooltip follows.
    void setKeys(QAction* action, const QKeySequence& keys);
    /// What the command had before the person chose.
    static QKeySequence firstKeys(const QAction* action);
    /// Another command that these keys would trigger at the same place; null: none.
    QAction* conflict(const QAction* action, const QKeySequence& keys) const;

signals:
    void added(QAction* action);
    void keysChanged(QAction* action);

private:
    void apply(QAction* action, const QKeySequence& keys);

    Settings* m_settings = nullptr;
    std::vector<QAction*> m_actions;
};

} // namespace ds::ui
