// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/shell/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

#include "app/workbench/shell/setting_specs.h"

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
    if (value.isValid()) {
        m_settings.setValue(key, value);
    } else {
        m_settings.remove(key);
    }
    emit changed(key);
}

QVariant Settings::chosen(const QString& key) const
{
    const SettingSpec* spec = findSetting(key);
    if (!spec) return value(key);
    QVariant own = value(key, spec->fallback);
    if (spec->kind != SettingSpec::Kind::Int) return own;
    bool number = false;
    const int given = own.toInt(&number);
    return number ? std::clamp(given, static_cast<int>(spec->min), static_cast<int>(spec->max)) : spec->fallback;
}

QString Settings::runsFolder() const { return QDir(chosen(QStringLiteral("runs_folder")).toString()).absolutePath(); }

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
