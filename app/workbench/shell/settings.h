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
    void setValue(const QString& key, const QVariant& value);

    QString theme() const { return value(QStringLiteral("theme"), QStringLiteral("system")).toString(); }       ///< system, dark, light
    QString language() const { return value(QStringLiteral("language"), QStringLiteral("system")).toString(); } ///< system, en, zh_CN
    QString runsFolder() const;
    int parallelRuns() const { return value(QStringLiteral("parallel_runs"), 1).toInt(); }

    QStringList recentProjects() const { return value(QStringLiteral("recent")).toStringList(); }
    void addRecent(const QString& path);

signals:
    void changed(const QString& key);

private:
    QSettings m_settings;
};

} // namespace ds::ui
