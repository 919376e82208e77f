// SPDX-License-Identifier: GPL-3.0-or-later
// What the page does with runs beside showing them. Everything here works on the reader's thread and may take its time; the text
// says what came of it.
#pragma once

#include <QStringList>

#include "app/workbench/pages/runs/project_diff.h"
#include "core/document/document.h"
#include "core/store/run_store.h"
#include "widgets/table/table_model.h"

namespace ds::ui::runFiles {

struct Outcome {
    QString text;
    bool good = true;
};

Outcome throwAway(const QString& folder, const QStringList& runs);
Outcome restore(const QString& folder, const QStringList& runs);
Outcome emptyBin(const QString& folder);
/// "run,name,step,epoch,time,value": every scalar of the runs.
Outcome exportCurves(RunStore* store, const QStringList& runs, const QString& path);
Outcome exportTensorBoard(RunStore* store, const QStringList& runs, const QString& folder);
/// The table as it stands: its rows and shown columns.
QByteArray tableCsv(const TableModel& table, const QStringList& columns);

/// From the project of the first run to that of the second, as they are in the records.
Result<ProjectDiff> projectDiff(RunStore* store, const QString& before, const QString& after);

/// The project of a run, set to begin with the weights of its best checkpoint, or of the last if there is none.
Result<Document> forked(const QString& folder, const QString& run);

} // namespace ds::ui::runFiles
