// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs_view/run_data.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

#include <nlohmann/json.hpp>

namespace ds::ui {

void CurveData::add(const ScalarRecord& record)
{
    steps.push_back(static_cast<double>(record.step));
    epochs.push_back(record.epoch);
    times.push_back(record.time);
    values.push_back(record.value);
}

void CurveData::append(const CurveData& news)
{
    if (news.empty()) return;
    const auto keep = std::lower_bound(steps.begin(), steps.end(), news.steps.front()) - steps.begin();
    const auto join = [&](std::vector<double>& mine, const std::vector<double>& theirs) {
        mine.resize(static_cast<std::size_t>(keep));
        mine.insert(mine.end(), theirs.begin(), theirs.end());
    };
    join(steps, news.steps);
    join(epochs, news.epochs);
    join(times, news.times);
    join(values, news.values);
}

void RunData::take(const RunUpdate& update)
{
    if (update.whole) *this = {};
    info = update.info;
    for (const auto& [name, curve] : update.curves) curves[name].append(curve);
    events.insert(events.end(), update.events.begin(), update.events.end());
    summary = update.summary;
}

std::string dataKey(const Json& document)
{
    if (!document.is_object()) return {};
    const Json training = document.value("training", Json::object());
    return document.value("data", Json()).dump() + training.value("seed", Json()).dump() +
           training.value("validation_share", Json()).dump();
}

QString runTitle(const RunInfo& info)
{
    const QDateTime began = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(info.started));
    const bool today = began.date() == QDate::currentDate();
    return QString::fromStdString(info.name.empty() ? info.id : info.name) + QStringLiteral(" · ") +
           (today ? began.time().toString(QStringLiteral("HH:mm"))
                  : QLocale().toString(began, QCoreApplication::translate("RunList", "d MMM HH:mm", "a date in Qt's form")));
}

} // namespace ds::ui
