// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/shell/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace ds::ui {

namespace {

QString defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/deepseek-workbench/settings.ini");
}

constexpr int recentLimit = 12;

} // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent), m_settings(file.isEmpty() ? defaultFile() : file, QSettings::IniFormat)
{
}

void Settings::setValue(const QString& key, const QVariant& value)
{
    if (m_settings.value(key) == value) return;
    m_settings.setValue(key, value);
    emit changed(key);
}

QString Settings::runsFolder() const
{
    const QString fallback =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/deepseek-workbench/runs");
    return QDir(value(QStringLiteral("runs_folder"), fallback).toString()).absolutePath();
}

void Settings::addRecent(const QString& path)
{
    const QString full = QFileInfo(path).absoluteFilePath();
    QStringList list = recentProjects();
    list.removeAll(full);
    list.prepend(full);
    while (list.size() > recentLimit) list.removeLast();
    setValue(QStringLiteral("recent"), list);
}

} // namespace ds::ui
