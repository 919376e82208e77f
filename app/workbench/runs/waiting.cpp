// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs/waiting.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

#include <nlohmann/json.hpp>

namespace ds::ui {

namespace {

QString folderIn(const QString& runsFolder) { return runsFolder + QStringLiteral("/.queue"); }

QString fileOf(const QString& runsFolder, int key)
{
    return folderIn(runsFolder) + QStringLiteral("/%1-%2.json").arg(QCoreApplication::applicationPid()).arg(key);
}

/// Nothing if the file is of no use.
std::optional<Launch> launchFrom(const Json& json, const QString& runsFolder)
{
    Launch what;
    what.runsFolder = runsFolder;
    if (json.contains("resume")) {
        what.resume = QString::fromStdString(json["resume"].get<std::string>());
        return what;
    }
    ReadDocument read = documentFromJson(json.at("document"));
    if (!read.errors.empty()) return {};
    read.document.folder = json.at("folder").get<std::string>();
    what.document = std::move(read.document);
    return what;
}

bool ownerIsAlive(const Json& json)
{
    link::WorkerDescriptor owner = link::WorkerDescriptor::of(json.at("pid").get<qint64>());
    return owner.started == json.at("started").get<quint64>() && owner.alive();
}

} // namespace

void keepWaiting(const Launch& what, int key)
{
    QDir().mkpath(folderIn(what.runsFolder));
    const link::WorkerDescriptor own = link::WorkerDescriptor::own({});
    Json json{{"pid", own.pid}, {"started", own.started}};
    if (what.document) {
        json["folder"] = what.document->folder;
        json["document"] = documentToJson(*what.document);
    } else {
        json["resume"] = what.resume.toStdString();
    }
    QSaveFile file(fileOf(what.runsFolder, key));
    if (file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(writeJson(json))) > 0) file.commit();
}

void forgetWaiting(const QString& runsFolder, int key) { QFile::remove(fileOf(runsFolder, key)); }

std::vector<Launch> takeOverWaiting(const QString& runsFolder)
{
    std::vector<Launch> list;
    const QFileInfoList files =
        QDir(folderIn(runsFolder)).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time | QDir::Reversed);
    for (const QFileInfo& info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly)) continue;
        try {
            const Json json = Json::parse(file.readAll().toStdString());
            if (ownerIsAlive(json)) continue;
            const std::optional<Launch> what = launchFrom(json, runsFolder);
            // Of two windows that start together the one that can remove it has it.
            if (file.remove() && what) list.push_back(*what);
        } catch (const Json::exception&) {
            file.remove(); // damaged
        }
    }
    return list;
}

} // namespace ds::ui
