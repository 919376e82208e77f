// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/layer_strips.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "app/workbench/inspection/figure_scale.h"
#include "app/workbench/pages/inspect/layer_colour.h"
#include "widgets/plot/number_text.h"
#include "widgets/plot/strip_list.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

using inspector::Figure;
using inspector::LayerFigure;

namespace {

constexpr std::size_t cells = 60;

/// The last value of each part of the time up to `end`; broken if any in it is.
std::vector<double> cellsOf(const LayerFigure& layer, double end, const FigureScale& scale)
{
    const std::size_t count = std::min(cells, layer.points.size());
    std::vector<double> values(count, -1);
    for (const LayerFigure::Point& point : layer.points) {
        const double place = static_cast<double>(point.update) / std::max(1.0, end) * static_cast<double>(count);
        double& value = values[std::min(count - 1, static_cast<std::size_t>(std::max(0.0, place - 1e-9)))];
        if (value == -1 || std::isfinite(value)) value = scale.place(point.value);
    }
    for (std::size_t i = 0; i < count; ++i) // looks are not evenly spread
        if (values[i] == -1) values[i] = i > 0 ? values[i - 1] : scale.place(layer.points.front().value);
    return values;
}

} // namespace

LayerStrips::LayerStrips(QWidget* parent) : QWidget(parent), m_figure(new QComboBox), m_list(new StripList), m_scale(new QLabel)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    for (int figure = 0; figure < inspector::figures; ++figure) m_figure->addItem(figureTitle(static_cast<Figure>(figure)), figure);
    m_figure->setAccessibleName(tr("Figure that is shown of each layer"));
    m_figure->setCurrentIndex(static_cast<int>(Figure::GradientSize));
    column->addWidget(m_figure);
    m_list->setAccessibleName(tr("Layers"));
    column->addWidget(m_list, 1);
    m_scale->setProperty("faint", true);
    m_scale->setWordWrap(true);
    column->addWidget(m_scale);
    connect(m_figure, &QComboBox::currentIndexChanged, this, [this] {
        refresh();
        emit figureChanged();
    });
    connect(m_list, &StripList::picked, this, &LayerStrips::picked);
    connect(&Theme::instance(), &Theme::changed, this, &LayerStrips::refresh);
}

Figure LayerStrips::figure() const { return static_cast<Figure>(m_figure->currentData().toInt()); }

void LayerStrips::setFigure(Figure figure) { m_figure->setCurrentIndex(m_figure->findData(static_cast<int>(figure))); }

QString LayerStrips::chosen() const { return m_list->chosen(); }

void LayerStrips::choose(const QString& layer) { m_list->choose(layer); }

void LayerStrips::show(const InspectionPtr& inspection)
{
    m_inspection = inspection;
    refresh();
}

void LayerStrips::refresh()
{
    std::vector<StripRow> rows;
    if (!m_inspection) {
        m_scale->clear();
        return m_list->setRows({});
    }
    const std::vector<LayerFigure>& layers = m_inspection->of(figure());
    const FigureScale scale(figure(), layers);
    double end = 1;
    for (const LayerFigure& layer : layers) end = std::max(end, static_cast<double>(layer.points.back().update));
    for (const LayerFigure& layer : layers) {
        StripRow row;
        row.id = row.name = QString::fromStdString(layer.layer);
        row.dot = layerColour(m_inspection->document, layer.layer);
        row.cells = cellsOf(layer, end, scale);
        row.value = figureText(figure(), layer.points.back().value);
        row.tip = tr("%1 of %2: %3 at step %4, %5 at step %6")
                      .arg(figureTitle(figure()), row.name, figureText(figure(), layer.points.front().value),
                           countText(layer.points.front().update), row.value, countText(layer.points.back().update));
        if (const inspector::Verdict* verdict = m_inspection->verdictOn(layer.layer))
            row.mark = verdict->rule->severity == inspector::Severity::Error ? StripRow::Mark::Bad : StripRow::Mark::Warning;
        rows.push_back(std::move(row));
    }
    m_list->setRows(std::move(rows));
    if (m_list->chosen().isEmpty() && !layers.empty()) m_list->choose(QString::fromStdString(layers.front().layer));
    if (layers.empty()) m_scale->setText(tr("No layer has this figure."));
    else if (scale.logarithmic())
        m_scale->setText(
            tr("Steps 1 to %1. Blue: %2, red: %3").arg(countText(std::llround(end)), shortText(scale.low()), shortText(scale.high())));
    else m_scale->setText(tr("Steps 1 to %1. Blue: none, red: all").arg(countText(std::llround(end))));
}

} // namespace ds::ui
