// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>

namespace ds::ui {

/// What the person chose and what the program remembers, in the user's configuration folder (or the file given for tests).
class Settings : public QObject {
    Q_OBJECT

public:
    explicit Settings(const QString& file = {}, QObject* parent = nullptr);

    QVariant value(const QString& key, const QVariant& fallback = {}) const { return m_settings.value(key, fallback); }
    /// An invalid value forgets the key.
    void setValue(const QString& key, const QVariant& value);
    /// Of a setting that has a description: what the person chose, or its default; numbers within their limits.
    QVariant chosen(const QString& key) const;

    QString theme() const { return chosen(QStringLiteral("theme")).toString(); }       ///< system, dark, light
    QString language() const { return chosen(QStringLiteral("language")).toString(); } ///< system, en, zh_CN
    QString runsFolder() const;
    int parallelRuns() const { return chosen(QStringLiteral("parallel_runs")).toInt(); }
    int workerThreads() const { return chosen(QStringLiteral("worker_threads")).toInt(); } ///< 0: one for each core
    int autosaveSeconds() const { return chosen(QStringLiteral("autosave_seconds")).toInt(); }
    int undoLimit() const { return chosen(QStringLiteral("undo_limit")).toInt(); }
    bool reopenLast() const { return chosen(QStringLiteral("reopen_last")).toBool(); }

    QStringList recentProjects() const { return value(QStringLiteral("recent")).toStringList(); }
    void addRecent(const QString& path);

signals:
    void changed(const QString& key);

private:
    QSettings m_settings;
};

} // namespace ds::ui
