// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/inspect_page.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/workbench/inspection/verdict_problems.h"
#include "app/workbench/pages/inspect/explain_panel.h"
#include "app/workbench/pages/inspect/landscape_panel.h"
#include "app/workbench/pages/inspect/layer_detail.h"
#include "app/workbench/pages/inspect/layer_strips.h"
#include "app/workbench/pages/inspect/map_panel.h"
#include "app/workbench/pages/inspect/op_table.h"
#include "app/workbench/pages/inspect/profile_panel.h"
#include "app/workbench/pages/inspect/rates_panel.h"
#include "app/workbench/pages/inspect/tensor_panel.h"
#include "app/workbench/pages/inspect/time_strip.h"
#include "app/workbench/pages/inspect/trial.h"
#include "app/workbench/pages/inspect/trial_card.h"
#include "app/workbench/pages/inspect/verdict_cards.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/shell/panels.h"
#include "app/workbench/words/words.h"
#include "widgets/dock/dock_frame.h"
#include "widgets/plot/number_text.h"

namespace ds::ui {

namespace {

constexpr int newestRuns = 30; // to choose from

} // namespace

InspectPage::InspectPage(PageContext& context, QWidget* parent)
    : Page(parent), m_context(context), m_feed(*context.inspection), m_run(new QComboBox), m_note(new QLabel), m_strips(new LayerStrips),
      m_detail(new LayerDetail), m_time(new TimeStrip), m_ops(new OpTable), m_tensor(new TensorPanel), m_explain(new ExplainPanel(context)),
      m_profile(new ProfilePanel(context)), m_rates(new RatesPanel(context)), m_landscape(new LandscapePanel(context)),
      m_map(new MapPanel(context)), m_trialCard(new TrialCard), m_cards(new VerdictCards), m_cost(new QLabel), m_costBar(new QProgressBar),
      m_frame(new DockFrame)
{
    build();
    connect(&m_feed.reader(), &RunReader::listed, this, [this](const std::vector<RunInfo>& runs) {
        m_newest = runs;
        if (m_feed.run().isEmpty() && !runs.empty()) m_feed.setRun(QString::fromStdString(runs.front().id));
        refreshChoices();
    });
    connect(&m_feed, &InspectionFeed::runChanged, this, &InspectPage::showRun);
    connect(&m_feed, &InspectionFeed::changed, this, &InspectPage::refresh);
    connect(&context.project, &Project::changed, this, &InspectPage::showCards); // remedies are edits of this project
    connect(&context.checker, &Checker::finished, this, &InspectPage::refresh);
    connect(m_run, &QComboBox::activated, this, [this](int index) { m_feed.setRun(m_run->itemData(index).toString()); });
    connect(m_strips, &LayerStrips::picked, m_detail, &LayerDetail::setLayer);
    connect(m_strips, &LayerStrips::figureChanged, this, [this] { m_detail->setFigure(m_strips->figure()); });
    connect(m_cards, &VerdictCards::placePicked, this, &InspectPage::showPlace);
    connect(m_time, &TimeStrip::moved, this, [this](int64_t step) { m_detail->setMoment(static_cast<double>(step)); });
    connect(m_ops, &OpTable::picked, this, [this](int op, const QString& layer) {
        showPlace(layer, 0);
        offerTensors(op);
    });
    connect(m_tensor, &TensorPanel::wanted, this, &InspectPage::askForTensor);
    connect(m_profile, &ProfilePanel::layerPicked, this, [this](const QString& layer) { showPlace(layer, 0); });
    connect(m_time, &TimeStrip::wanted, this, &InspectPage::makeAgain);
    connect(m_detail, &LayerDetail::stepPicked, this, [this](double step) { m_time->setStep(static_cast<int64_t>(step)); });
    connect(m_cards, &VerdictCards::chosen, this, &InspectPage::apply);
    connect(m_cards, &VerdictCards::tried, this, &InspectPage::tryOut);
    connect(m_cards, &VerdictCards::rulesChanged, this, [this](const inspector::RuleSettings& rules, const QString& name) {
        m_context.project.edit(name, [&rules](Document& d) { inspector::setRuleSettings(d.training, rules); });
    });
    connect(m_trialCard, &TrialCard::kept, this, [this] {
        const inspector::Proposal proposal = m_trial->proposal();
        endTrial(true);
        apply(proposal);
    });
    connect(m_trialCard, &TrialCard::dropped, this, [this] { endTrial(false); });
    refresh();
}

void InspectPage::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(16, 12, 16, 0);
    top->setSpacing(12);
    m_run->setAccessibleName(tr("Run"));
    m_run->setToolTip(tr("The run that is shown"));
    m_run->setMinimumWidth(230);
    top->addWidget(m_run);
    m_note->setProperty("secondary", true);
    m_note->setWordWrap(true);
    top->addWidget(m_note, 1);
    column->addLayout(top);
    column->addWidget(m_detail, 1);
    auto* time = new QVBoxLayout;
    time->setContentsMargins(16, 0, 16, 12);
    time->addWidget(m_time);
    column->addLayout(time);
    m_detail->setEmptyText(
        tr("Nothing has been seen yet. Press Train (F5): what goes through each layer is drawn here as the model learns."));
    m_frame->setCentre(centre);

    auto* findings = new QWidget;
    auto* cards = new QVBoxLayout(findings);
    cards->setContentsMargins(0, 0, 0, 8);
    cards->setSpacing(4);
    auto* trial = new QVBoxLayout;
    trial->setContentsMargins(12, 8, 12, 0);
    trial->addWidget(m_trialCard);
    cards->addLayout(trial);
    cards->addWidget(m_cards, 1);
    auto* cost = new QHBoxLayout;
    cost->setContentsMargins(12, 0, 12, 0);
    auto* caption = new QLabel(tr("Cost of watching"));
    caption->setProperty("secondary", true);
    cost->addWidget(caption);
    cost->addStretch();
    m_cost->setProperty("secondary", true);
    cost->addWidget(m_cost);
    cards->addLayout(cost);
    m_costBar->setTextVisible(false);
    m_costBar->setRange(0, 1000);
    m_costBar->setAccessibleName(tr("Cost of watching as a share of its budget"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 0, 12, 0);
    bar->addWidget(m_costBar);
    cards->addLayout(bar);

    m_frame->addPanel({QStringLiteral("layers"), tr("Layers"), m_strips, Qt::LeftDockWidgetArea, 320});
    m_frame->addPanel({QStringLiteral("findings"), tr("What the Inspector sees"), findings, Qt::RightDockWidgetArea, 340});
    // Tables and charts of a step are wide.
    m_frame->setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    m_frame->setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    m_frame->addPanel({.id = QStringLiteral("ops"),
                       .title = tr("Step, op by op"),
                       .widget = m_ops,
                       .area = Qt::BottomDockWidgetArea,
                       .across = 290,
                       .open = false});
    m_frame->addPanel({.id = QStringLiteral("tensor"),
                       .title = tr("Tensor"),
                       .widget = m_tensor,
                       .area = Qt::BottomDockWidgetArea,
                       .across = 290,
                       .with = QStringLiteral("ops"),
                       .open = false});
    m_frame->addPanel({.id = QStringLiteral("explain"),
                       .title = tr("Why this prediction"),
                       .widget = m_explain,
                       .area = Qt::BottomDockWidgetArea,
                       .across = 290,
                       .with = QStringLiteral("ops"),
                       .open = false});
    m_frame->addPanel({.id = QStringLiteral("profile"),
                       .title = tr("Where time goes"),
                       .widget = m_profile,
                       .area = Qt::BottomDockWidgetArea,
                       .across = 290,
                       .with = QStringLiteral("ops"),
                       .open = false});
    m_frame->addPanel({.id = QStringLiteral("rates"),
                       .title = tr("Learning rate"),
                       .widget = m_rates,
                       .area = Qt::BottomDockWidgetArea,
                       .across = 290,
                       .with = QStringLiteral("ops"),
                       .open = false});
    m_frame->addPanel({.id = QStringLiteral("landscape"),
                       .title = tr("Loss landscape"),
                       .widget = m_landscape,
                       .area = Qt::BottomDockWidgetArea,
                       .across = 290,
                       .with = QStringLiteral("ops"),
                       .open = false});
    m_frame->addPanel({.id = QStringLiteral("map"),
                       .title = tr("Map"),
                       .widget = m_map,
                       .area = Qt::BottomDockWidgetArea,
                       .across = 290,
                       .with = QStringLiteral("ops"),
                       .open = false});
    managePanels(*m_frame, m_context, QStringLiteral("inspect"), QCoreApplication::translate("Pages", "Inspect"));
    showCost();
}

void InspectPage::enter()
{
    m_feed.reader().list(newestRuns);
    m_feed.look(this, true);
}

void InspectPage::leave() { m_feed.look(this, false); }

void InspectPage::refreshChoices()
{
    const QSignalBlocker quiet(m_run);
    m_run->clear();
    for (const RunInfo& info : m_newest) m_run->addItem(runTitle(info), QString::fromStdString(info.id));
    if (!m_feed.run().isEmpty() && m_run->findData(m_feed.run()) < 0) m_run->insertItem(0, m_feed.run(), m_feed.run());
    m_run->setCurrentIndex(m_run->findData(m_feed.run()));
    m_run->setVisible(m_run->count() > 0);
}

void InspectPage::showRun()
{
    endTrial(true); // of the run that was shown
    m_madeAgain.reset();
    m_ops->clear();
    m_tensor->clear();
    m_explain->setRun(m_feed.run());
    m_landscape->setRun(m_feed.run());
    m_map->setRun(m_feed.run());
    m_time->setProgress(-1);
    m_time->setMessage({});
    refreshChoices();
    m_feed.reader().list(newestRuns);
}

void InspectPage::refresh()
{
    const InspectionPtr inspection = shown();
    const bool unwatched = inspection && inspection->trace.series().empty() && !inspection->trace.steps().empty();
    const auto checked = m_context.checker.result();
    const bool other = inspection && checked && !m_context.project.document().model.layers.empty() && !m_same(*inspection, checked);
    m_note->setText(unwatched ? tr("This run was not watched: its project has inspection_budget 0, or an older version trained it.")
                    : other ? tr("The project that is open trains otherwise than this run did. What may help is proposed for the project.")
                            : m_feed.problem());
    m_strips->show(inspection);
    m_detail->show(inspection);
    m_detail->setLayer(m_strips->chosen());
    // A step that failed was not recorded, but can be made again.
    const bool known = inspection && !inspection->trace.steps().empty();
    const int64_t last = known ? inspection->trace.steps().back().update : 0;
    m_time->setSteps(inspection && inspection->trace.failure() ? inspection->trace.failure()->update : last);
    showCards();
    showCost();
}

InspectionPtr InspectPage::shown()
{
    if (!m_madeAgain) return m_feed.inspection();
    if (m_without != m_feed.inspection()) {
        m_without = m_feed.inspection();
        m_with = withStep(m_without, *m_madeAgain);
    }
    return m_with;
}

void InspectPage::makeAgain(int64_t step)
{
    const QString run = m_feed.run();
    m_time->setProgress(0);
    m_context.runs.ask(
        run, {{"ask", "step"}, {"step", step}}, [this](int64_t at) { m_time->setProgress(at); },
        [this, run](const Result<Json>& json) {
            if (run != m_feed.run()) return;
            m_time->setProgress(-1);
            Result<inspector::MadeAgain> again = json ? inspector::madeAgainFromJson(*json) : Result<inspector::MadeAgain>(json.error());
            if (!again) return m_time->setMessage(words::said(again.error()), true);
            m_madeAgain = std::move(again).value();
            m_without = m_with = nullptr;
            showMadeAgain();
        });
}

void InspectPage::showMadeAgain()
{
    const inspector::MadeAgain& again = *m_madeAgain;
    const QString how = again.compared == 0 ? tr("Made again, from right before it.")
                        : again.compared == again.same
                            ? tr("Made again; all %1 losses on the way are as recorded, to the bit.").arg(countText(again.compared))
                            : tr("Made again; only %1 of %2 losses on the way are as recorded: something was changed by hand.")
                                  .arg(countText(again.same), countText(again.compared));
    refresh();
    // Of what was spoilt before this step, the op is in another one.
    std::optional<inspector::Origin> origin = inspector::originOf(again.ops, again.step);
    const bool earlier = again.failure && again.failure->where.parameter;
    if (earlier) {
        const QString parameter = QString::fromStdString(again.failure->where.layer);
        if (const auto& began = again.failure->origin) {
            m_time->setStep(began->update);
            m_time->setMessage(tr("%1 is not finite before step %2. It began in step %3, with %4 (%5): make that one again.")
                                   .arg(parameter, countText(again.step), countText(began->update), QString::fromStdString(began->layer),
                                        QString::fromStdString(began->op)),
                               true);
        } else m_time->setMessage(tr("%1 is not finite before step %2. %3").arg(parameter, countText(again.step), how), true);
        origin.reset();
    } else if (origin && origin->op.empty()) {
        m_time->setMessage(
            tr("The batch holds numbers that are not finite, in its field %1. %2").arg(QString::fromStdString(origin->layer), how), true);
    } else if (origin) {
        m_time->setMessage(tr("Numbers stop being finite with %1 (%2). %3")
                               .arg(QString::fromStdString(origin->layer), QString::fromStdString(origin->op), how),
                           true);
        showPlace(QString::fromStdString(origin->layer), 0);
    } else m_time->setMessage(how, again.failure.has_value());
    m_detail->setMoment(static_cast<double>(again.step));
    m_frame->setOpen(QStringLiteral("ops"), true);
    m_ops->show(again.step, again.ops, origin);
}

void InspectPage::offerTensors(int op)
{
    const inspector::StepOps& ops = m_ops->ops();
    const inspector::StepOp& at = ops.ops[static_cast<std::size_t>(op)];
    std::vector<TensorPanel::Choice> choices;
    const auto offer = [&](int value, const QString& name) {
        const inspector::StepValue& v = ops.values[static_cast<std::size_t>(value)];
        const bool known = std::any_of(choices.begin(), choices.end(), [&](const auto& choice) { return choice.value == value; });
        // Parameters and their gradients have no samples.
        if (!known)
            choices.push_back(
                {value, name, v.kept || at.phase == inspector::Phase::Update || (v.op < 0 && v.name.find('.') != std::string::npos)});
    };
    for (int value : at.makes) offer(value, tr("makes %1").arg(words::shape(Shape(ops.values[static_cast<std::size_t>(value)].shape))));
    for (int value : at.reads) offer(value, tr("reads %1").arg(m_ops->valueText(value)));
    m_tensor->setChoices(
        tr("Step %1, op %2: %3 (%4)")
            .arg(countText(m_madeAgain->step), countText(op + 1), QString::fromStdString(at.layer), QString::fromStdString(at.op)),
        std::move(choices), 0);
}

void InspectPage::askForTensor(int value)
{
    // Each a file of its own: the one that is shown may be mapped into memory.
    const QString run = m_feed.run(), file = m_answers.filePath(QStringLiteral("tensor-%1.npy").arg(++m_tensors));
    const int64_t step = m_madeAgain->step;
    m_context.runs.ask(run, {{"ask", "tensor"}, {"step", step}, {"value", value}, {"to", file.toStdString()}}, {},
                       [this, run, step, file](const Result<Json>& answer) {
                           if (run != m_feed.run() || !m_madeAgain || m_madeAgain->step != step) return;
                           if (!answer) return m_tensor->fail(words::said(answer.error()));
                           Result<TensorFile> tensor = TensorFile::open(file);
                           if (!tensor) return m_tensor->fail(words::said(tensor.error()));
                           m_tensor->show(std::move(tensor).value());
                           if (!m_shownTensor.isEmpty()) QFile::remove(m_shownTensor);
                           m_shownTensor = file;
                       });
}

void InspectPage::showCards()
{
    const InspectionPtr& inspection = m_feed.inspection();
    m_cards->show(inspection, m_context.project.document(),
                  !inspection ? tr("While a run is at work, rules look at every layer. What they find stands here, with its cause and "
                                   "what may help.")
                              : tr("Nothing found that is wrong. Some rules need a hundred steps."));
}

void InspectPage::showCost()
{
    const InspectionPtr& inspection = m_feed.inspection();
    const std::optional<inspector::WatchingCost> cost = inspection ? inspection->cost : std::nullopt;
    const double budget = inspection ? inspection->budget : 0;
    // Of a training that is over in a moment the share says nothing.
    const bool brief = cost && cost->seconds < 1;
    m_cost->setText(brief        ? durationText(cost->seconds)
                    : cost       ? tr("%1 of %2").arg(percentText(cost->share, 1), percentText(budget, 1))
                    : budget > 0 ? tr("at most %1").arg(percentText(budget, 1))
                                 : QStringLiteral("–"));
    m_costBar->setValue(cost && !brief && budget > 0 ? static_cast<int>(std::min(1.0, cost->share / budget) * 1000) : 0);
}

void InspectPage::apply(const inspector::Proposal& proposal)
{
    const QString title = words::said(proposal.fix.title);
    m_context.project.edit(title, proposal.fix.apply);
    if (m_context.say) m_context.say(tr("%1. Undo takes it back; Train (F5) tries it.").arg(title));
}

void InspectPage::tryOut(const inspector::Proposal& proposal, int64_t trouble)
{
    if (m_trial) endTrial(false);
    m_trial = new Trial(m_context.runs, m_feed.reader(), m_feed.inspection(), proposal, trouble, this);
    connect(m_trial, &Trial::changed, this, &InspectPage::showTrial);
    if (const Status begun = m_trial->begin(); !begun) {
        m_note->setText(words::said(begun.error()));
        delete std::exchange(m_trial, nullptr);
    }
    showTrial();
}

void InspectPage::showTrial()
{
    m_trialCard->show(m_trial);
    m_detail->setTrial(m_trial ? &m_trial->loss() : nullptr);
}

void InspectPage::endTrial(bool keepRun)
{
    Trial* ended = std::exchange(m_trial, nullptr);
    if (!ended) return;
    disconnect(ended, nullptr, this, nullptr);
    if (keepRun) ended->stop();
    else ended->drop();
    ended->deleteLater();
    showTrial();
}

void InspectPage::showPlace(const QString& place, double step)
{
    const std::string name = place.toStdString();
    m_strips->choose(place);
    if (m_strips->chosen() != place) m_strips->choose(QString::fromStdString(inspector::layerOf(name)));
    if (step <= 0) return;
    m_detail->setMoment(step);
    m_time->setStep(static_cast<int64_t>(step));
}

extern const PageSpec page_inspect;
const PageSpec page_inspect = {
    .id = "inspect",
    .title = QT_TRANSLATE_NOOP("Pages", "Inspect"),
    .icon = "inspect",
    .create = [](PageContext& context) -> Page* { return new InspectPage(context); },
};

} // namespace ds::ui
