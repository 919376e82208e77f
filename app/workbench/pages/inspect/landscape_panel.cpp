// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/landscape_panel.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/workbench/inspection/inspection.h"
#include "app/workbench/pages/inspect/answer_head.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/words/words.h"
#include "widgets/plot/contour_plot.h"
#include "widgets/plot/number_text.h"

namespace ds::ui {

LandscapePanel::LandscapePanel(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_head(new AnswerHead), m_span(new QComboBox), m_points(new QComboBox),
      m_compute(new QPushButton(tr("Compute"))), m_plot(new ContourPlot)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    for (const double span : {0.1, 0.25, 0.5, 1.0, 2.0}) m_span->addItem(tr("± %1 of each filter").arg(shortText(span)), span);
    m_span->setCurrentIndex(3);
    m_span->setAccessibleName(tr("How far the weights move"));
    m_span->setToolTip(tr("Each filter moves along two random directions, by at most this part of its own length"));
    m_head->addTool(m_span);
    for (const int points : {9, 17, 33}) m_points->addItem(tr("%1 × %1 points").arg(points), points);
    m_points->setCurrentIndex(1);
    m_points->setAccessibleName(tr("How many points are computed"));
    m_head->addTool(m_points);
    m_compute->setObjectName(QStringLiteral("computeLandscape"));
    m_compute->setToolTip(tr("Over 512 training samples, in a process of its own"));
    m_head->addTool(m_compute);
    column->addWidget(m_head);
    m_plot->setAccessibleName(tr("Loss around the weights"));
    m_plot->setEmptyText(tr("Compute: the loss is drawn here around the weights of the run, in a plane of two random directions."));
    column->addWidget(m_plot, 1);
    connect(m_compute, &QPushButton::clicked, this, &LandscapePanel::compute);
    setRun({});
}

void LandscapePanel::setRun(const QString& run)
{
    if (run == m_run && !run.isEmpty()) return;
    m_run = run;
    m_compute->setEnabled(!run.isEmpty());
    m_plot->clear();
    m_head->say(run.isEmpty() ? tr("There is no run yet.") : tr("Not computed yet."));
}

void LandscapePanel::compute()
{
    m_compute->setEnabled(false);
    m_head->say(tr("Computing…"));
    const int points = m_points->currentData().toInt();
    m_context.runs.ask(
        m_run, {{"ask", "landscape"}, {"points", points}, {"span", m_span->currentData().toDouble()}},
        [this, run = m_run, all = points * points](int64_t done) {
            if (run == m_run) m_head->say(tr("Computing, %1 of %2 points…").arg(countText(done), countText(all)));
        },
        [this, run = m_run](const Result<Json>& answer) {
            if (run != m_run) return;
            m_compute->setEnabled(true);
            if (answer) show(*answer);
            else m_head->say(words::said(answer.error()), true);
        });
}

void LandscapePanel::show(const Json& answer)
{
    const int points = answer.at("points").get<int>();
    std::vector<double> losses;
    for (const Json& loss : answer.at("losses"))
        losses.push_back(loss.is_number() ? loss.get<double>() : std::numeric_limits<double>::infinity());
    losses.resize(static_cast<std::size_t>(points) * static_cast<std::size_t>(points), std::numeric_limits<double>::infinity());
    const double middle = losses[losses.size() / 2], least = *std::min_element(losses.begin(), losses.end());
    // How far from the middle the loss stays below twice its own, as a share of the plane.
    const auto low = std::count_if(losses.begin(), losses.end(), [&](double loss) { return loss <= 2 * middle; });
    const QString width = percentText(static_cast<double>(low) / static_cast<double>(losses.size()));
    m_head->say(
        tr("Loss %1 at the weights; below twice that in %2 of the plane. %3")
            .arg(numberText(middle, 3), width,
                 least < 0.98 * middle ? tr("It is less elsewhere, %1: training has not arrived.").arg(numberText(least, 3)) : QString()));
    m_plot->setField(points, std::move(losses), answer.at("span").get<double>());
}

} // namespace ds::ui
