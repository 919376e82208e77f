// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

#include "app/workbench/shell/page.h"

class QLockFile;
class QMenu;

namespace ds::ui {

class MessageBar;

/// New, open, save, recent files; autosave of what is not saved yet, and its recovery after a crash.
class FileCommands : public QObject {
    Q_OBJECT

public:
    FileCommands(PageContext& context, MessageBar& messages, QWidget* window);
    ~FileCommands() override;

    /// Opens now if nothing would be lost, else asks in the message bar first.
    void open(const QString& path);
    /// Calls `then` now, or after the person has chosen what to do with unsaved changes.
    void whenSaved(const QString& why, const std::function<void()>& then);
    QMenu* menu() const { return m_menu; }
    /// Where unsaved changes of the open project are kept.
    QString autosavePath() const;

signals:
    void saved();

private:
    void load(const QString& path);
    void create();
    bool save();
    bool saveAs();
    int autosaveDelay() const; ///< milliseconds after the last change
    void autosave();
    void offerRecovery(const QString& path);
    void refreshMenu();
    static QString autosaveFor(const QString& path);

    PageContext& m_context;
    MessageBar& m_messages;
    QWidget* m_window;
    QMenu *m_menu, *m_recent;
    QTimer m_timer;
    std::unique_ptr<QLockFile> m_lock; // says to a second window that the project is open here
};

} // namespace ds::ui
