// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

#include "core/store/run_store.h"
#include "widgets/table/table_model.h"

namespace ds::ui {

/// All runs as the columns of a table; made on the reader's thread.
struct RunList {
    QStringList ids;
    std::vector<TableColumn> columns;
    QStringList shownAtFirst;
    int inBin = 0;
};
RunList makeRunList(const std::vector<RunOverview>& runs, bool bin);

/// The prefix of columns that are parameters, for the comparison: "optimizer.", "training.".
bool isParameter(const QString& column);
QString stateTitle(RunState state);
QColor stateColor(const QString& title);
/// What a column says of a row as text.
QString cellText(const TableColumn& column, int row);

} // namespace ds::ui
