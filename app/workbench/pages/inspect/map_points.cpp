// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/map_points.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "app/workbench/inspection/inspection.h"
#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr std::size_t mostGroups = 16;
constexpr int parts = 5; // of a range of numbers

struct MapWords {
    Q_DECLARE_TR_FUNCTIONS(MapPoints)
};

QString labelText(const Json& label)
{
    if (label.is_string()) return QString::fromStdString(label.get<std::string>());
    return label.is_number() ? shortText(label.get<double>()) : QString();
}

/// Beside a point a space or the end of a line would not be seen.
QString seenText(QString text)
{
    if (text.trimmed().isEmpty()) text.replace(QLatin1Char(' '), QStringLiteral("␣"));
    return text.replace(QLatin1Char('\n'), QStringLiteral("\\n")).replace(QLatin1Char('\t'), QStringLiteral("\\t"));
}

/// Five as equal as possible in their number of points, coloured from low to high.
void groupByNumber(const Json& labels, MapPoints& map)
{
    std::vector<double> sorted;
    for (const Json& label : labels) sorted.push_back(label.is_number() ? label.get<double>() : 0);
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> ends;
    for (int part = 0; part < parts; ++part) {
        const std::size_t last = sorted.size() * static_cast<std::size_t>(part + 1) / parts - 1;
        ends.push_back(sorted[last]);
        const double low = part == 0 ? sorted.front() : ends[static_cast<std::size_t>(part - 1)];
        map.groups.push_back(
            {MapWords::tr("%1 to %2").arg(numberText(low, 3), numberText(ends.back(), 3)), Theme::heat(part / (parts - 1.0))});
    }
    for (std::size_t i = 0; i < map.points.size(); ++i) {
        const double value = labels[i].is_number() ? labels[i].get<double>() : 0;
        map.points[i].group = std::min(parts - 1, static_cast<int>(std::lower_bound(ends.begin(), ends.end(), value) - ends.begin()));
    }
}

void groupByClass(const Json& labels, const Json& classes, MapPoints& map)
{
    std::map<std::string, int> counts;
    for (const Json& label : labels) ++counts[label.dump()];
    std::vector<std::string> order; // that of the classes, else of the numbers
    for (const Json& name : classes)
        if (counts.contains(name.dump())) order.push_back(name.dump());
    std::vector<Json> others;
    for (const auto& [text, count] : counts)
        if (std::find(order.begin(), order.end(), text) == order.end()) others.push_back(Json::parse(text));
    std::sort(others.begin(), others.end());
    for (const Json& label : others) order.push_back(label.dump());
    bool rare = false;
    if (order.size() > mostGroups) {
        std::vector<std::string> frequent = order;
        std::stable_sort(frequent.begin(), frequent.end(), [&](const auto& a, const auto& b) { return counts[a] > counts[b]; });
        frequent.resize(mostGroups - 1);
        std::erase_if(order, [&](const std::string& text) { return std::find(frequent.begin(), frequent.end(), text) == frequent.end(); });
        rare = true;
    }
    std::map<std::string, int> groups;
    for (const std::string& text : order) {
        groups[text] = static_cast<int>(map.groups.size());
        const QString name = labelText(Json::parse(text));
        map.groups.push_back({name.isEmpty() ? MapWords::tr("not known") : name});
    }
    const auto last = static_cast<int>(map.groups.size());
    if (rare) map.groups.push_back({MapWords::tr("all others"), color(Role::Text3)});
    for (std::size_t i = 0; i < map.points.size(); ++i) {
        const auto at = groups.find(labels[i].dump());
        map.points[i].group = at == groups.end() ? last : at->second;
    }
}

} // namespace

QString pointText(const Json& answer, std::size_t point)
{
    const Json& labels = answer.at("labels");
    const Json& predictions = answer.at("predictions");
    QString text = labelText(labels[point]);
    if (point >= predictions.size()) return text;
    const Json& prediction = predictions[point];
    const QString said = prediction.is_object()
                             ? MapWords::tr("predicted %1 with %2")
                                   .arg(labelText(prediction.at("class")), percentText(prediction.at("probability").get<double>()))
                         : prediction.is_number() ? MapWords::tr("predicted %1").arg(shortText(prediction.get<double>()))
                                                  : QString();
    return text.isEmpty() ? said : said.isEmpty() ? text : QStringLiteral("%1, %2").arg(text, said);
}

MapPoints mapPoints(const Json& answer, const std::vector<float>& places)
{
    const Json& labels = answer.at("labels");
    const Json& samples = answer.at("samples");
    const bool rows = answer.at("of") == "parameter";
    MapPoints map;
    for (std::size_t i = 0; i < std::min({places.size() / 2, labels.size(), samples.size()}); ++i) {
        const QString number = countText(samples[i].get<int64_t>());
        const QString what = rows ? MapWords::tr("row %1").arg(number) : MapWords::tr("sample %1").arg(number);
        const QString known = rows && !labels[i].is_string() ? QString() : pointText(answer, i);
        map.points.push_back({QPointF(places[2 * i], places[2 * i + 1]), 0,
                              known.isEmpty() ? what : QStringLiteral("%1\n%2").arg(known, what),
                              rows ? seenText(labelText(labels[i])) : QString()});
    }
    if (map.points.empty()) return map;
    const bool numbers = std::any_of(labels.begin(), labels.end(), [](const Json& label) { return label.is_number_float(); });
    std::vector<Json> distinct(labels.begin(), labels.end());
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    if (rows) map.groups.push_back({MapWords::tr("rows")});
    else if (numbers && distinct.size() > mostGroups) groupByNumber(labels, map);
    else groupByClass(labels, answer.at("classes"), map);
    return map;
}

} // namespace ds::ui
