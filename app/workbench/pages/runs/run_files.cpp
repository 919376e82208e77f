// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/runs/run_files.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <cmath>

#include <nlohmann/json.hpp>

#include "app/workbench/words/words.h"
#include "core/store/tensorboard.h"
#include "core/train/checkpointing.h"
#include "core/train/run_bin.h"
#include "core/train/run_folder.h"

namespace ds::ui::runFiles {

namespace {

struct RunFiles {
    Q_DECLARE_TR_FUNCTIONS(RunFiles)
};

Outcome failure(const Error& error) { return {words::said(error), false}; }

QByteArray csvField(QString text)
{
    if (text.contains(',') || text.contains('"') || text.contains('\n')) text = '"' + text.replace('"', QStringLiteral("\"\"")) + '"';
    return text.toUtf8();
}

/// The same for each run; stops at the first error.
template <class Act>
Outcome each(const QStringList& runs, const QString& done, Act act)
{
    for (const QString& run : runs)
        if (const Status status = act(run.toStdString()); !status) return failure(status.error());
    return {done, true};
}

} // namespace

Outcome throwAway(const QString& folder, const QStringList& runs)
{
    return each(runs, RunFiles::tr("%n runs are in the bin.", nullptr, static_cast<int>(runs.size())),
                [&](const std::string& run) { return moveToBin(folder.toStdString(), run); });
}

Outcome restore(const QString& folder, const QStringList& runs)
{
    return each(runs, RunFiles::tr("%n runs are back.", nullptr, static_cast<int>(runs.size())),
                [&](const std::string& run) { return restoreFromBin(folder.toStdString(), run); });
}

Outcome emptyBin(const QString& folder)
{
    const Result<int> count = ds::emptyBin(folder.toStdString());
    if (!count) return failure(count.error());
    return {RunFiles::tr("%n runs are deleted.", nullptr, *count), true};
}

Outcome exportCurves(RunStore* store, const QStringList& runs, const QString& path)
{
    if (!store) return {RunFiles::tr("There are no runs."), false};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return {RunFiles::tr("%1 cannot be written: %2").arg(path, file.errorString()), false};
    file.write("run,name,step,epoch,time,value\n");
    Outcome outcome = each(runs, RunFiles::tr("The curves are in %1.").arg(path), [&](const std::string& run) -> Status {
        for (const std::string& name : DS_TRY(store->scalarNames(run))) {
            const QByteArray start = csvField(QString::fromStdString(run)) + ',' + csvField(QString::fromStdString(name)) + ',';
            for (const ScalarRecord& s : DS_TRY(store->scalars(run, name)))
                file.write(start + QByteArray::number(static_cast<qlonglong>(s.step)) + ',' + QByteArray::number(s.epoch, 'g', 10) + ',' +
                           QByteArray::number(s.time, 'f', 3) + ',' + QByteArray::number(s.value, 'g', 17) + '\n');
        }
        return {};
    });
    if (outcome.good && !file.commit()) return {RunFiles::tr("%1 cannot be written: %2").arg(path, file.errorString()), false};
    return outcome;
}

Outcome exportTensorBoard(RunStore* store, const QStringList& runs, const QString& folder)
{
    if (!store) return {RunFiles::tr("There are no runs."), false};
    return each(runs, RunFiles::tr("Event files are in %1. Look at them with: tensorboard --logdir %1").arg(folder),
                [&](const std::string& run) { return tensorboard::exportRun(*store, run, folder.toStdString()); });
}

QByteArray tableCsv(const TableModel& table, const QStringList& columns)
{
    QByteArray text;
    const auto line = [&](const auto& cell) {
        QByteArray row;
        for (const QString& id : columns) row += (row.isEmpty() && id == columns.front() ? "" : ",") + csvField(cell(table.columnOf(id)));
        text += row + '\n';
    };
    line([&](int column) { return table.columns()[static_cast<std::size_t>(column)].id; });
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.isGroup(row)) continue;
        line([&](int column) {
            const QModelIndex index = table.index(row, column);
            // Numbers in full, not as people read them.
            const QVariant number = index.data(TableModel::NumberRole);
            if (!number.isValid()) return index.data(Qt::DisplayRole).toString();
            return std::isnan(number.toDouble()) ? QString() : QString::number(number.toDouble(), 'g', 15);
        });
    }
    return text;
}

Result<ProjectDiff> projectDiff(RunStore* store, const QString& before, const QString& after)
{
    if (!store) return Error{phrase("Runs", "there are no runs"), "", ""};
    const RunInfo a = DS_TRY(store->run(before.toStdString()));
    const RunInfo b = DS_TRY(store->run(after.toStdString()));
    const Json first = DS_TRY(parseJson(a.document, a.id));
    const Json second = DS_TRY(parseJson(b.document, b.id));
    return diffProjects(first, second);
}

Result<Document> forked(const QString& folder, const QString& run)
{
    const QString place = QString::fromStdString(runFolder(folder.toStdString(), run.toStdString()));
    QString path = place + QStringLiteral("/best.ckpt");
    if (!QFileInfo::exists(path)) path = place + QStringLiteral("/last.ckpt");
    if (!QFileInfo::exists(path))
        return Error{phrase("Runs", "has no checkpoint"), "run " + run.toStdString(),
                     phrase("Runs", "A run has one after its first epoch.")};
    LoadedRun loaded = DS_TRY(loadRun(path.toStdString()));
    loaded.document.training.set("start_from", QFileInfo(path).absoluteFilePath().toStdString());
    return std::move(loaded.document);
}

} // namespace ds::ui::runFiles
