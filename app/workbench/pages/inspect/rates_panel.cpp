// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/rates_panel.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include "app/workbench/inspection/inspection.h"
#include "app/workbench/pages/inspect/answer_head.h"
#include "app/workbench/project/project.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/words/words.h"
#include "widgets/plot/curve_plot.h"
#include "widgets/plot/number_text.h"

namespace ds::ui {

using inspector::RateRange;

RatesPanel::RatesPanel(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_head(new AnswerHead), m_measure(new QPushButton(tr("Measure"))),
      m_use(new QPushButton(tr("Use it"))), m_plot(new CurvePlot)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    m_use->setToolTip(tr("As the learning rate of the optimiser; Undo takes it back"));
    m_head->addTool(m_use);
    m_measure->setObjectName(QStringLiteral("measureRates"));
    m_measure->setToolTip(
        tr("Trains the open project for some steps in a process of its own, each with a higher rate, and keeps nothing of that"));
    m_head->addTool(m_measure);
    column->addWidget(m_head);
    m_plot->setAccessibleName(tr("Loss by learning rate"));
    m_plot->setXAxis(CurvePlot::XAxis::Number);
    m_plot->setLogX(true);
    m_plot->setLogY(true); // the last losses, where it diverges, are far above all others
    m_plot->setEmptyText(
        tr("Measure: the loss is drawn here while the learning rate rises. Where it falls most steeply, the rate goes with the project."));
    column->addWidget(m_plot, 1);
    connect(m_measure, &QPushButton::clicked, this, &RatesPanel::measure);
    connect(m_use, &QPushButton::clicked, this, &RatesPanel::use);
    m_use->setEnabled(false);
    m_head->say(tr("Not measured yet."));
}

void RatesPanel::measure()
{
    m_measure->setEnabled(false);
    m_use->setEnabled(false);
    m_head->say(tr("Measuring…"));
    m_context.runs.ask(
        m_context.project.document(), {{"ask", "rates"}},
        [this](int64_t step) { m_head->say(tr("Measuring, step %1…").arg(countText(step))); },
        [this](const Result<Json>& json) {
            m_measure->setEnabled(true);
            const Result<RateRange> range = json ? inspector::rateRangeFromJson(*json) : Result<RateRange>(json.error());
            if (!range) return m_head->say(words::said(range.error()), true);
            show(*range);
        });
}

void RatesPanel::show(const RateRange& range)
{
    m_suggested = range.suggested;
    m_use->setEnabled(m_suggested > 0);
    m_plot->clear();
    m_plot->setCurve({.id = QStringLiteral("loss"),
                      .label = tr("loss"),
                      .color = 1,
                      .dashed = true,
                      .smooth = false,
                      .xs = range.rates,
                      .ys = range.losses});
    m_plot->setCurve(
        {.id = QStringLiteral("smoothed"), .label = tr("smoothed"), .color = 0, .smooth = false, .xs = range.rates, .ys = range.smoothed});
    std::vector<PlotMark> marks;
    if (m_suggested > 0)
        marks.push_back({PlotMark::Kind::LearningRate, m_suggested, tr("falls most steeply: %1").arg(shortText(m_suggested))});
    m_plot->setMarks(std::move(marks));
    if (m_suggested <= 0) return m_head->say(tr("The loss does not fall at any rate: what is wrong lies elsewhere."), true);
    m_use->setText(tr("Use %1").arg(shortText(m_suggested)));
    m_head->say(tr("The loss falls most steeply at %1 and no further beyond %2. %3")
                    .arg(shortText(m_suggested), shortText(range.highest),
                         range.diverged ? tr("At %1 it diverged.").arg(shortText(range.rates.back())) : QString()));
}

void RatesPanel::use()
{
    m_context.project.edit(tr("Learning rate %1").arg(shortText(m_suggested)),
                           [rate = m_suggested](Document& d) { d.optimizer.attrs.set("learning_rate", rate); });
    if (m_context.say)
        m_context.say(tr("The learning rate is %1 now. Undo takes it back; Train (F5) tries it.").arg(shortText(m_suggested)));
}

} // namespace ds::ui
