// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/train/train_page.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>
#include <QWidgetAction>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/workbench/pages/train/confusion_card.h"
#include "app/workbench/pages/train/live_controls.h"
#include "app/workbench/pages/train/log_view.h"
#include "app/workbench/pages/train/run_header.h"
#include "app/workbench/pages/train/samples_card.h"
#include "app/workbench/pages/train/try_sample.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/runs_view/curve_board.h"
#include "app/workbench/runs_view/curve_tools.h"
#include "app/workbench/shell/panels.h"
#include "app/workbench/shell/settings.h"
#include "widgets/dock/dock_frame.h"

namespace ds::ui {

namespace {

constexpr int newestRuns = 30; // to choose from

} // namespace

TrainPage::TrainPage(PageContext& context, QWidget* parent)
    : Page(parent), m_context(context), m_reader(context.runs.runsFolder(), this), m_header(new RunHeader), m_board(new CurveBoard),
      m_tools(new CurveTools(m_board)), m_compare(new QToolButton), m_controls(new LiveControls), m_log(new LogView),
      m_confusion(new ConfusionCard), m_samples(new SamplesCard(m_reader)), m_try(new TrySample), m_frame(new DockFrame)
{
    build();
    connect(&m_reader, &RunReader::updated, this, &TrainPage::take);
    connect(&m_reader, &RunReader::listed, this, [this](const std::vector<RunInfo>& runs) {
        m_newest = runs;
        if (m_shown.isEmpty() && !m_live && !runs.empty()) showRun(QString::fromStdString(runs.front().id));
        refreshChoices();
    });
    connect(&context.runs, &RunHub::currentChanged, this, [this] { follow(m_context.runs.current()); });
    connect(&context.runs, &RunHub::added, this, &TrainPage::refreshChoices);
    connect(&context.checker, &Checker::finished, this, &TrainPage::projectChecked);
    connect(m_header, &RunHeader::chosen, this, [this](const QString& id) {
        LiveRun* live = liveRun(id);
        if (live) follow(live);
        else showRun(id);
    });
    connect(m_confusion, &ConfusionCard::measureWanted, this, [this] {
        m_context.project.edit(tr("Measure the confusion matrix"), [](Document& document) {
            Strings metrics;
            if (const AttrValue* present = document.training.find("metrics"))
                if (const auto* names = std::get_if<Strings>(present)) metrics = *names;
            if (metrics.empty()) metrics.push_back("accuracy");
            metrics.push_back("confusion");
            document.training.set("metrics", metrics);
        });
        m_confusion->setMeasured(true);
    });
    connect(m_tools, &CurveTools::changed, this, [this] {
        m_context.settings.setValue(QStringLiteral("train/smoothing"), m_tools->smoothing());
        m_context.settings.setValue(QStringLiteral("train/x_axis"), static_cast<int>(m_tools->xAxis()));
    });
    m_tools->setXAxis(static_cast<CurvePlot::XAxis>(context.settings.value(QStringLiteral("train/x_axis"), 0).toInt()));
    m_tools->setSmoothing(context.settings.value(QStringLiteral("train/smoothing"), 0.6).toDouble());
    follow(context.runs.current());
}

void TrainPage::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    auto* curves = new QWidget;
    auto* column = new QVBoxLayout(curves);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_header);
    m_compare->setText(tr("Compare with…"));
    m_compare->setPopupMode(QToolButton::InstantPopup);
    m_compare->setToolTip(tr("Lay the curves of earlier runs beside these, dashed"));
    m_compare->setMenu(new QMenu(m_compare));
    connect(m_compare->menu(), &QMenu::aboutToShow, this, &TrainPage::fillComparisons);
    m_tools->addWidget(m_compare);
    column->addWidget(m_tools);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_board);
    column->addWidget(scroll, 1);
    m_board->setEmptyText(tr("No run yet. Press Train (F5): loss, metrics and learning rate are drawn here as the model learns."));
    m_frame->setCentre(curves);
    constexpr int width = 340;
    const QString log = QStringLiteral("log");
    m_frame->addPanel({QStringLiteral("controls"), tr("Live settings"), m_controls, Qt::RightDockWidgetArea, width, 176});
    m_frame->addPanel({log, tr("Log"), m_log, Qt::RightDockWidgetArea, width});
    m_frame->addPanel({QStringLiteral("classes"), tr("Classes"), m_confusion, Qt::RightDockWidgetArea, width, 0, log});
    m_frame->addPanel({QStringLiteral("samples"), tr("Samples"), m_samples, Qt::RightDockWidgetArea, width, 0, log});
    m_frame->addPanel({QStringLiteral("try"), tr("Try it"), m_try, Qt::RightDockWidgetArea, width, 0, log});
    managePanels(*m_frame, m_context, QStringLiteral("train"), QCoreApplication::translate("Pages", "Train"));
}

void TrainPage::enter()
{
    m_entered = true;
    m_reader.setActive(true);
    m_reader.list(newestRuns);
    if (m_live) m_live->setWatched(true);
    projectChecked();
    refreshLive();
}

void TrainPage::leave()
{
    m_entered = false;
    m_reader.setActive(false);
    if (m_live) m_live->setWatched(false);
}

LiveRun* TrainPage::liveRun(const QString& id) const
{
    for (LiveRun* run : m_context.runs.runs())
        if (!id.isEmpty() && run->id() == id) return run;
    return nullptr;
}

LiveRun* TrainPage::shownLive() const { return m_live && m_live->id() == m_shown ? m_live.data() : nullptr; }

void TrainPage::follow(LiveRun* run)
{
    unfollow();
    m_live = run;
    if (!run) return refreshLive();
    run->setWatched(m_entered);
    m_lastState = run->state();
    m_liveChanged = connect(run, &LiveRun::changed, this, &TrainPage::refreshLive);
    showRun(run->id());
    refreshLive();
}

void TrainPage::unfollow()
{
    disconnect(m_liveChanged);
    if (m_live) m_live->setWatched(false);
    m_live.clear();
}

void TrainPage::showRun(const QString& id)
{
    if (m_live && m_live->id() != id) unfollow();
    if (id == m_shown && !id.isEmpty()) return;
    m_shown = id;
    m_comparisons.removeAll(id);
    m_log->clear();
    m_confusion->clear();
    m_samples->clear();
    setComparisons(m_comparisons);
    refreshChoices();
}

void TrainPage::refreshLive()
{
    if (m_live && m_live->id() != m_shown) { // the worker has given it its id
        m_shown.clear();
        showRun(m_live->id());
    }
    LiveRun* live = shownLive();
    m_controls->setRun(live && live->active() && live->state() > LiveState::Starting ? live : nullptr);
    m_try->setRun(live && live->active() ? live : nullptr);
    if (live) {
        if (m_lastState >= LiveState::Finished && live->active()) m_reader.again(m_shown); // resumed from an earlier step
        if (m_lastState != live->state()) {
            m_lastState = live->state();
            refreshChoices(); // which say the state
            m_reader.look();  // a run that pauses or ends has just written down where it stands
        }
        m_header->showLive(*live);
    } else if (const RunData* data = m_board->data(m_shown); data && !data->info.id.empty()) {
        m_header->showStored(*data);
    } else {
        m_header->showNothing();
    }
}

void TrainPage::refreshChoices()
{
    std::vector<std::pair<QString, QString>> choices;
    const auto known = [&](const QString& id) {
        return std::any_of(choices.begin(), choices.end(), [&](const auto& choice) { return choice.first == id; });
    };
    for (LiveRun* run : m_context.runs.runs())
        choices.emplace_back(run->id(), run->name() + QStringLiteral(" · ") + RunHeader::stateWord(run->state()).toLower());
    for (const RunInfo& info : m_newest)
        if (const QString id = QString::fromStdString(info.id); !known(id)) choices.emplace_back(id, runTitle(info));
    m_header->setChoices(choices, m_shown);
}

void TrainPage::setComparisons(const QStringList& runs)
{
    m_comparisons = runs;
    std::vector<CurveBoard::Member> members;
    int color = 2; // behind the two of the run itself
    for (const QString& id : runs) {
        QString title = id;
        for (const RunInfo& info : m_newest)
            if (QString::fromStdString(info.id) == id) title = runTitle(info);
        members.push_back({id, title, color++, true});
    }
    if (!m_shown.isEmpty()) members.push_back({m_shown, {}, 0, false}); // last: above the others
    m_board->setMembers(members);
    QStringList watched = runs;
    if (!m_shown.isEmpty()) watched << m_shown;
    m_reader.watch(watched);
}

void TrainPage::fillComparisons()
{
    QMenu* menu = m_compare->menu();
    menu->clear();
    for (const RunInfo& info : m_newest) {
        const QString id = QString::fromStdString(info.id);
        if (id == m_shown) continue;
        // A check box in the menu: it stays open while several are chosen.
        auto* box = new QCheckBox(runTitle(info));
        box->setContentsMargins(12, 2, 12, 2);
        box->setChecked(m_comparisons.contains(id));
        auto* action = new QWidgetAction(menu);
        action->setDefaultWidget(box);
        menu->addAction(action);
        connect(box, &QCheckBox::toggled, this, [this, id](bool on) {
            QStringList runs = m_comparisons;
            if (on) runs << id;
            else runs.removeAll(id);
            setComparisons(runs);
        });
    }
    if (menu->isEmpty()) menu->addAction(tr("There are no earlier runs."))->setEnabled(false);
}

void TrainPage::take(const RunUpdatePtr& update)
{
    m_board->take(*update);
    if (update->run != m_shown || !update->problem.isEmpty()) return;
    if (update->whole) {
        m_log->clear();
        m_confusion->clear();
        m_samples->clear();
        m_classes = update->classes;
        m_dataKey = update->data;
        projectChecked(); // names and data before what speaks of them
    }
    for (const EventRecord& event : update->events) {
        m_log->add(event, update->info.started);
        if (event.kind == "metric/confusion") m_confusion->setEvent(event.data, event.step);
        if (event.kind == "samples") m_samples->setEvent(event.data, event.step);
    }
    if (update->whole) projectChecked(); // whether there is a matrix now
    refreshLive();
}

void TrainPage::projectChecked()
{
    const AttrValue* metrics = m_context.project.document().training.find("metrics");
    const auto* names = metrics ? std::get_if<Strings>(metrics) : nullptr;
    const std::string& loss = m_context.project.document().loss.type;
    const bool classifies = loss == "cross_entropy" || loss == "focal" || loss == "bce";
    m_confusion->setMeasured(!classifies || (names && std::find(names->begin(), names->end(), "confusion") != names->end()));
    const auto result = m_context.checker.result();
    QStringList classes = m_classes;
    SamplesCard::Data data;
    // The project at hand has the samples of the run if both have the same data.
    if (result && result->check.data.train && dataKey(documentToJson(result->check.document)) == m_dataKey) {
        data = {result->check.data.validation, result->check.data.test};
        for (const Field& field : result->check.data.train->fields())
            if (field.target && m_classes.isEmpty())
                for (const std::string& name : field.classes) classes << QString::fromStdString(name);
    }
    m_confusion->setClassNames(classes);
    m_samples->setData(std::move(data), classes);
    if (!result || !result->check.data.train) return;
    for (const Field& field : result->check.data.train->fields()) {
        if (field.target) continue;
        const Shape& shape = field.type.shape;
        const bool picture = shape.rank() == 3;
        const QSize grey = picture && shape[0] == 1 ? QSize(static_cast<int>(shape[2]), static_cast<int>(shape[1])) : QSize();
        m_try->setInput(grey, picture, picture ? QString() : tr("A row or text, then Return"));
        return;
    }
}

extern const PageSpec page_train;
const PageSpec page_train = {
    .id = "train",
    .title = QT_TRANSLATE_NOOP("Pages", "Train"),
    .icon = "train",
    .create = [](PageContext& context) -> Page* { return new TrainPage(context); },
};

} // namespace ds::ui
