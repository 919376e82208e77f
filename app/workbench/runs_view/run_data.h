// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages know of a run: read from the store on another thread, handed over as finished values.
#pragma once

#include <QMetaType>
#include <QStringList>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/store/run_store.h"

namespace ds::ui {

/// One scalar of a run, column by column.
struct CurveData {
    std::vector<double> steps, epochs, times, values;

    void add(const ScalarRecord& record);
    /// Steps that are there already are replaced from the first of them on.
    void append(const CurveData& news);
    bool empty() const { return steps.empty(); }
};

/// What is new of a run.
struct RunUpdate {
    QString run;
    bool whole = false;       ///< everything, not only what is new
    QString problem = {};     ///< why there is nothing
    RunInfo info = {};        ///< without the document
    std::string data = {};    ///< dataKey() of its project, if this is the whole
    QStringList classes = {}; ///< their names, if the document says them and this is the whole
    std::map<std::string, CurveData> curves = {};
    std::vector<EventRecord> events = {};
    std::vector<SummaryRecord> summary = {};
};
using RunUpdatePtr = std::shared_ptr<const RunUpdate>;

/// Everything that has come of a run so far.
struct RunData {
    RunInfo info;
    std::map<std::string, CurveData> curves;
    std::vector<EventRecord> events;
    std::vector<SummaryRecord> summary;

    void take(const RunUpdate& update);
};

/// What decides which samples a project has, as text: the same for the same data and split.
std::string dataKey(const Json& document);

/// "Fashion-MNIST CNN", and when it began: names repeat.
QString runTitle(const RunInfo& info);

} // namespace ds::ui
