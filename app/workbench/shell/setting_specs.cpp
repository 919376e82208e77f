// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/shell/setting_specs.h"

#include <QStandardPaths>

namespace ds::ui {

namespace {

constexpr const char* look = QT_TRANSLATE_NOOP("Settings", "Look");
constexpr const char* projects = QT_TRANSLATE_NOOP("Settings", "Projects");
constexpr const char* runs = QT_TRANSLATE_NOOP("Settings", "Runs");
constexpr const char* nextStart = QT_TRANSLATE_NOOP("Settings", "From the next start of the program");

QString defaultRunsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/deepseek-workbench/runs");
}

} // namespace

const std::vector<SettingSpec>& settingSpecs()
{
    using Kind = SettingSpec::Kind;
    static const std::vector<SettingSpec> specs = {
        {.key = "theme",
         .section = look,
         .label = QT_TRANSLATE_NOOP("Settings", "Theme"),
         .doc = QT_TRANSLATE_NOOP("Settings", "Colours of the window."),
         .kind = Kind::Choice,
         .fallback = QStringLiteral("system"),
         .choices = {{"system", QT_TRANSLATE_NOOP("Settings", "as the system")},
                     {"dark", QT_TRANSLATE_NOOP("Settings", "dark")},
                     {"light", QT_TRANSLATE_NOOP("Settings", "light")}}},
        {.key = "autosave_seconds",
         .section = projects,
         .label = QT_TRANSLATE_NOOP("Settings", "Keep changes safe after"),
         .doc =
             QT_TRANSLATE_NOOP("Settings", "So long after the last change a copy is written from which a crash can be recovered. The file "
                                           "itself changes only when you save."),
         .kind = Kind::Int,
         .fallback = 2,
         .min = 1,
         .max = 600,
         .unit = QT_TRANSLATE_NOOP("Settings", "s")},
        {.key = "undo_limit",
         .section = projects,
         .label = QT_TRANSLATE_NOOP("Settings", "Steps to undo"),
         .doc = QT_TRANSLATE_NOOP("Settings", "How many changes can be taken back. Takes effect with the next project that is opened."),
         .kind = Kind::Int,
         .fallback = 500,
         .min = 10,
         .max = 100000},
        {.key = "parallel_runs",
         .section = runs,
         .label = QT_TRANSLATE_NOOP("Settings", "Runs at once"),
         .doc = QT_TRANSLATE_NOOP("Settings", "Further runs wait in a queue until one ends."),
         .kind = Kind::Int,
         .fallback = 1,
         .min = 1,
         .max = 64},
        {.key = "worker_threads",
         .section = runs,
         .label = QT_TRANSLATE_NOOP("Settings", "Threads of a run"),
         .doc = QT_TRANSLATE_NOOP("Settings",
                                  "0 takes every core. Counts for runs that start from now on; the same number gives the same bits."),
         .kind = Kind::Int,
         .fallback = 0,
         .min = 0,
         .max = 1024},
        {.key = "language",
         .section = nextStart,
         .label = QT_TRANSLATE_NOOP("Settings", "Language"),
         .doc = QT_TRANSLATE_NOOP("Settings", "Of the whole program."),
         .kind = Kind::Choice,
         .fallback = QStringLiteral("system"),
         .choices = {{"system", QT_TRANSLATE_NOOP("Settings", "as the system")}, {"en", "English"}, {"zh_CN", "简体中文"}}},
        {.key = "reopen_last",
         .section = nextStart,
         .label = QT_TRANSLATE_NOOP("Settings", "Open the last project"),
         .doc = QT_TRANSLATE_NOOP("Settings", "Else the program begins with the Start page."),
         .kind = Kind::Bool,
         .fallback = true},
        {.key = "runs_folder",
         .section = nextStart,
         .label = QT_TRANSLATE_NOOP("Settings", "Folder of runs"),
         .doc = QT_TRANSLATE_NOOP("Settings",
                                  "Where records and checkpoints are kept. Runs that are there already are found; none are moved."),
         .kind = Kind::Text,
         .fallback = defaultRunsFolder()},
    };
    return specs;
}

const SettingSpec* findSetting(const QString& key)
{
    for (const SettingSpec& spec : settingSpecs())
        if (key == QLatin1String(spec.key)) return &spec;
    return nullptr;
}

} // namespace ds::ui
