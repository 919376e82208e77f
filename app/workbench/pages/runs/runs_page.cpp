// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/runs/runs_page.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

#include "app/workbench/pages/runs/diff_view.h"
#include "app/workbench/pages/runs/run_details.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/runs_view/curve_board.h"
#include "app/workbench/runs_view/curve_tools.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/panels.h"
#include "app/workbench/shell/settings.h"
#include "app/workbench/words/words.h"
#include "widgets/dock/dock_frame.h"
#include "widgets/plot/number_text.h"
#include "widgets/table/table_view.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int mostCurves = 12; // more lines than that nobody can tell apart

/// What tells these runs apart: their names, else the first parameter that differs, with a number before it as in the comparison.
QStringList curveTitles(const TableModel& table, const QStringList& ids)
{
    const auto column = [&](int at) {
        QStringList cells;
        for (const QString& id : ids) cells << table.index(table.rowOf(id), at).data().toString();
        return cells;
    };
    const auto differ = [](const QStringList& cells) { return QSet<QString>(cells.begin(), cells.end()).size() > 1; };
    const int name = table.columnOf(QStringLiteral("name"));
    QStringList titles = name < 0 ? ids : column(name);
    if (ids.size() > 1 && !differ(titles)) {
        for (int at = 0; at < table.columnCount(); ++at) {
            const TableColumn& description = table.columns()[static_cast<std::size_t>(at)];
            if (!isParameter(description.id)) continue;
            const QStringList cells = column(at);
            if (!differ(cells)) continue;
            for (int i = 0; i < ids.size(); ++i) titles[i] = description.title.toLower() + ' ' + cells[i];
            break;
        }
    }
    for (int i = 0; i < titles.size(); ++i) titles[i] = QStringLiteral("%1 · %2").arg(i + 1).arg(titles[i]);
    return titles;
}

} // namespace

RunsPage::RunsPage(PageContext& context, QWidget* parent)
    : Page(parent), m_context(context), m_reader(context.runs.runsFolder(), this), m_loader(m_reader, this),
      m_view(new TableView(&m_table)), m_filter(new QLineEdit), m_count(new QLabel), m_group(new QComboBox),
      m_resume(new QPushButton(tr("Resume"))), m_fork(new QPushButton(tr("Fork"))), m_delete(new QPushButton(tr("Delete"))),
      m_bin(new QToolButton), m_emptyBin(new QPushButton(tr("Empty the bin"))), m_export(new QToolButton), m_board(new CurveBoard),
      m_tools(new CurveTools(m_board)), m_details(new RunDetails), m_diff(new DiffView), m_below(new QTabWidget), m_message(new QLabel)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* frame = new DockFrame(this);
    whole->addWidget(frame);
    auto* list = new QWidget;
    auto* layout = new QVBoxLayout(list);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(buildBar());
    m_message->setProperty("secondary", true);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->hide();
    layout->addWidget(m_message);
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(1, 1, 1, 1);
    inner->addWidget(m_view);
    m_view->setAccessibleName(tr("Runs"));
    layout->addWidget(card, 1);
    frame->setCentre(list);
    constexpr int height = 400, width = 380;
    constexpr double share = 0.5; // of a high window; few have more runs than half of it shows
    frame->addPanel(
        {QStringLiteral("curves"), tr("Curves and projects"), buildBelow(), Qt::BottomDockWidgetArea, height, 0, {}, true, share});
    frame->addPanel({QStringLiteral("details"), tr("Details"), m_details, Qt::BottomDockWidgetArea, height, width, {}, true, share});
    managePanels(*frame, context, QStringLiteral("runs"), QCoreApplication::translate("Pages", "Runs"));
    m_table.setAliases({{QStringLiteral("lr"), QStringLiteral("optimizer.learning_rate")},
                        {QStringLiteral("batch"), QStringLiteral("training.batch_size")},
                        {QStringLiteral("loss"), QStringLiteral("val_loss")},
                        {QStringLiteral("tag"), QStringLiteral("tags")}});
    connect(&m_loader, &RunListLoader::loaded, this, &RunsPage::showList);
    connect(&m_loader, &RunListLoader::moved, this, [this](const QString& run, double steps, double epochs) {
        m_table.setNumber(run, QStringLiteral("steps"), steps);
        m_table.setNumber(run, QStringLiteral("epochs"), epochs);
    });
    connect(&m_loader, &RunListLoader::failed, m_message, [this](const QString& problem) {
        m_message->setText(problem);
        m_message->show();
    });
    connect(&m_reader, &RunReader::updated, this, [this](const RunUpdatePtr& update) { m_board->take(*update); });
    connect(m_view, &TableView::selectionChangedTo, this, &RunsPage::select);
    connect(m_view, &TableView::starToggled, this, [this](const QString& run, bool on) { note(run, [on](RunNote& n) { n.star = on; }); });
    connect(m_view, &TableView::deleteWanted, this, &RunsPage::throwAway);
    connect(m_view, &TableView::shownColumnsChanged, this,
            [this] { m_context.settings.setValue(QStringLiteral("runs/columns"), m_view->shownColumns()); });
    connect(m_details, &RunDetails::noted, this, [this](const QString& run, const QStringList& tags, const QString& text) {
        m_table.setText(run, QStringLiteral("tags"), tags.join(','));
        m_table.setText(run, QStringLiteral("note"), text.simplified());
        note(run, [tags, text](RunNote& n) {
            n.tags.clear();
            for (const QString& tag : tags) n.tags.push_back(tag.toStdString());
            n.note = text.toStdString();
        });
    });
    addCommands();
    select({});
}

QWidget* RunsPage::buildBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setPlaceholderText(tr("Filter: lr<0.01 accuracy>0.9 state:finished word"));
    m_filter->setToolTip(tr("Words, and comparisons of columns: lr<0.01, accuracy>=90%, state:finished, tags:good, -word  (Ctrl+F)"));
    m_filter->setAccessibleName(tr("Filter runs"));
    m_filter->setClearButtonEnabled(true);
    m_count->setProperty("secondary", true);
    m_group->setAccessibleName(tr("Group by"));
    m_group->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_group->setMinimumContentsLength(12);
    m_bin->setText(tr("Bin"));
    m_bin->setCheckable(true);
    m_bin->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bin->setToolTip(tr("Show the runs that were deleted"));
    setIcon(m_bin, QStringLiteral("trash"));
    setIcon(m_fork, QStringLiteral("fork"));
    setIcon(m_resume, QStringLiteral("play"));
    m_resume->setToolTip(tr("Go on from the last checkpoint"));
    m_fork->setToolTip(tr("A new run that begins with the weights of this one's best checkpoint"));
    m_delete->setToolTip(tr("Move to the bin (Delete)"));
    m_export->setText(tr("Export"));
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_export->setPopupMode(QToolButton::InstantPopup);
    setIcon(m_export, QStringLiteral("export"));
    auto* menu = new QMenu(m_export);
    menu->addAction(tr("Table as CSV…"), this, &RunsPage::exportTable);
    menu->addAction(tr("Curves of the chosen runs as CSV…"), this, &RunsPage::exportCurves);
    menu->addAction(tr("Chosen runs for TensorBoard…"), this, &RunsPage::exportTensorBoard);
    m_export->setMenu(menu);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_count);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_group, m_resume, m_fork, m_delete, m_export, m_bin, m_emptyBin})
        layout->addWidget(widget);
    m_emptyBin->hide();
    connect(m_filter, &QLineEdit::textChanged, this, &RunsPage::filter);
    connect(m_group, &QComboBox::activated, this, [this] { m_table.setGrouping(m_group->currentData().toString()); });
    connect(m_resume, &QPushButton::clicked, this, &RunsPage::resumeRun);
    connect(m_fork, &QPushButton::clicked, this, &RunsPage::forkRun);
    connect(m_delete, &QPushButton::clicked, this, &RunsPage::throwAway);
    connect(m_bin, &QToolButton::toggled, this, [this](bool on) {
        m_inBin = on;
        m_delete->setText(on ? tr("Restore") : tr("Delete"));
        m_delete->setToolTip(on ? tr("Take out of the bin") : tr("Move to the bin (Delete)"));
        m_loader.setBin(on);
    });
    connect(m_emptyBin, &QPushButton::clicked, this, [this] {
        // A second click on the same button confirms: no box in the way, and no accident.
        if (!m_emptyBin->property("sure").toBool()) {
            m_emptyBin->setProperty("sure", true);
            m_emptyBin->setText(tr("Delete for good?"));
            QTimer::singleShot(4000, m_emptyBin, [this] {
                m_emptyBin->setProperty("sure", false);
                m_emptyBin->setText(tr("Empty the bin"));
            });
            return;
        }
        m_emptyBin->setProperty("sure", false);
        m_emptyBin->setText(tr("Empty the bin"));
        work([folder = m_context.runs.runsFolder()](RunStore*) { return runFiles::emptyBin(folder); }, true);
    });
    return bar;
}

QWidget* RunsPage::buildBelow()
{
    auto* curves = new QWidget;
    auto* column = new QVBoxLayout(curves);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_tools);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_board);
    column->addWidget(scroll, 1);
    m_details->setMinimumWidth(300);
    m_below->setDocumentMode(true);
    m_below->tabBar()->setDrawBase(false);
    m_below->addTab(curves, tr("Curves"));
    m_below->addTab(m_diff, tr("Projects"));
    m_below->setTabToolTip(1, tr("The projects of two runs as one drawing, with their differences"));
    connect(m_below, &QTabWidget::currentChanged, this, &RunsPage::compareProjects);
    return m_below;
}

void RunsPage::addCommands()
{
    Commands& commands = m_context.commands;
    commands.add(QStringLiteral("runs.filter"), tr("Filter runs"), [this] { m_filter->setFocus(); },
                 {.shortcut = QKeySequence::Find, .icon = QStringLiteral("filter"), .scope = this});
    commands.add(QStringLiteral("runs.resume"), tr("Resume the chosen run"), [this] { resumeRun(); },
                 {.icon = QStringLiteral("play"), .scope = this});
    commands.add(QStringLiteral("runs.fork"), tr("Fork the chosen run"), [this] { forkRun(); },
                 {.icon = QStringLiteral("fork"), .scope = this});
    commands.add(QStringLiteral("runs.compare"), tr("Compare the projects of two runs"), [this] { m_below->setCurrentWidget(m_diff); },
                 {.icon = QStringLiteral("compare"), .scope = this});
    commands.add(QStringLiteral("runs.export_table"), tr("Export the table of runs as CSV"), [this] { exportTable(); },
                 {.icon = QStringLiteral("export"), .scope = this});
    commands.add(QStringLiteral("runs.export_tensorboard"), tr("Export the chosen runs for TensorBoard"), [this] { exportTensorBoard(); },
                 {.icon = QStringLiteral("export"), .scope = this});
}

void RunsPage::enter()
{
    m_reader.setActive(true);
    m_loader.setActive(true);
}

void RunsPage::leave()
{
    m_reader.setActive(false);
    m_loader.setActive(false);
}

void RunsPage::showList(const RunList& list)
{
    m_table.setTable(list.ids, list.columns);
    m_view->setDots(QStringLiteral("state"), stateColor);
    if (m_first && !list.columns.empty()) {
        m_first = false;
        const QStringList chosen = m_context.settings.value(QStringLiteral("runs/columns")).toStringList();
        m_view->setShownColumns(chosen.isEmpty() ? list.shownAtFirst : chosen);
        m_view->sortBy(QStringLiteral("started"), Qt::DescendingOrder);
        m_view->resizeColumnsToContents();
        m_view->setShownColumns(m_view->shownColumns()); // stars are as narrow as before
        for (int i = 0; i < m_table.columnCount(); ++i) {
            const int width = std::clamp(m_view->columnWidth(i) + 12, 60, 240);
            if (m_table.columns()[static_cast<std::size_t>(i)].kind != TableColumn::Kind::Star) m_view->setColumnWidth(i, width);
        }
        m_group->clear();
        m_group->addItem(tr("No groups"), QString());
        for (const TableColumn& column : list.columns) {
            const bool useful = column.id == QLatin1String("name") || column.id == QLatin1String("state") ||
                                column.id == QLatin1String("device") || column.id == QLatin1String("tags") || isParameter(column.id);
            if (useful) m_group->addItem(tr("By %1").arg(column.title.toLower()), column.id);
        }
        if (!list.ids.isEmpty()) m_view->select({list.ids.front()});
    }
    m_bin->setText(list.inBin ? tr("Bin (%1)").arg(list.inBin) : tr("Bin"));
    m_emptyBin->setVisible(m_inBin && list.inBin > 0);
    say();
    select(m_view->selectedIds());
}

void RunsPage::filter(const QString& text)
{
    m_table.setFilter(text);
    m_filter->setProperty("wrong", !m_table.unknownKeys().isEmpty());
    m_filter->style()->unpolish(m_filter);
    m_filter->style()->polish(m_filter);
    say();
}

void RunsPage::say()
{
    const QString count = m_table.passing() == m_table.total()
                              ? tr("%n runs", nullptr, m_table.total())
                              : tr("%1 of %2 runs").arg(countText(m_table.passing()), countText(m_table.total()));
    m_count->setText(m_table.unknownKeys().isEmpty() ? count
                                                     : tr("There is no column “%1”").arg(m_table.unknownKeys().join(QStringLiteral(", "))));
    m_board->setEmptyText(
        m_table.total() == 0 ? (m_inBin ? tr("The bin is empty.") : tr("No runs yet. Press Train (F5): every run is kept and listed here."))
                             : tr("Choose one run to see its curves, or several to lay them over each other."));
}

QString RunsPage::chosenState() const
{
    const QStringList ids = m_view->selectedIds();
    const int column = m_table.columnOf(QStringLiteral("state"));
    return ids.size() != 1 || column < 0 ? QString() : m_table.index(m_table.rowOf(ids.front()), column).data().toString();
}

void RunsPage::select(const QStringList& ids)
{
    std::vector<CurveBoard::Member> members;
    const QStringList drawn = ids.mid(0, mostCurves);
    const QStringList titles = curveTitles(m_table, drawn);
    std::map<QString, QColor> swatches;
    for (int i = 0; i < drawn.size(); ++i) {
        members.push_back({drawn[i], titles[i], i, false});
        if (drawn.size() > 1) swatches.emplace(drawn[i], Theme::instance().series(i));
    }
    m_table.setSwatches(std::move(swatches));
    m_board->setMembers(members);
    m_reader.watch(drawn);
    m_details->showRuns(m_table, ids);
    const QString state = chosenState();
    const bool goesOn = state == stateTitle(RunState::Stopped) || state == stateTitle(RunState::Failed) ||
                        state == stateTitle(RunState::Paused) || state == stateTitle(RunState::Running);
    // What is at work in the store but in no worker of ours was cut off.
    const std::vector<LiveRun*> live = m_context.runs.runs();
    const bool alive = std::any_of(live.begin(), live.end(), [&](const LiveRun* run) { return run->active() && ids.contains(run->id()); });
    m_resume->setEnabled(goesOn && !alive && !m_inBin);
    m_fork->setEnabled(ids.size() == 1 && !m_inBin);
    m_delete->setEnabled(!ids.isEmpty());
    compareProjects();
}

void RunsPage::compareProjects()
{
    if (m_below->currentWidget() != m_diff) return;
    QStringList ids = m_view->selectedIds();
    if (ids.size() != 2) {
        m_compared.clear();
        return m_diff->showNothing(tr("Choose two runs in the table: their models are laid over each other, and what differs is marked."));
    }
    QStringList titles = curveTitles(m_table, ids); // numbered as the curves are
    // The later run is what the earlier one became.
    const int started = m_table.columnOf(QStringLiteral("started"));
    const auto startOf = [&](const QString& id) {
        return m_table.index(m_table.rowOf(id), started).data(TableModel::NumberRole).toDouble();
    };
    if (startOf(ids[0]) > startOf(ids[1])) {
        std::swap(ids[0], ids[1]);
        std::swap(titles[0], titles[1]);
    }
    const QStringList compared = ids + titles;
    if (compared == m_compared) return;
    m_compared = compared;
    m_reader.ask([this, ids, titles, compared](RunStore* store) -> std::function<void()> {
        const auto diff = std::make_shared<const Result<ProjectDiff>>(runFiles::projectDiff(store, ids[0], ids[1]));
        return [this, titles, compared, diff] {
            if (compared != m_compared) return; // others were chosen meanwhile
            if (*diff) m_diff->show(**diff, titles[0], titles[1]);
            else m_diff->showNothing(words::said(diff->error()));
        };
    });
}

void RunsPage::note(const QString& run, const std::function<void(RunNote&)>& change)
{
    const std::string path = (m_context.runs.runsFolder() + QStringLiteral("/runs.sqlite")).toStdString();
    work(
        [path, id = run.toStdString(), change](RunStore*) -> runFiles::Outcome {
            const auto write = [&]() -> Status {
                RunStore store = DS_TRY(RunStore::open(path)); // the reader's own is for reading
                RunNote note = DS_TRY(store.note(id));
                change(note);
                return store.setNote(id, note);
            };
            const Status written = write();
            return written ? runFiles::Outcome{} : runFiles::Outcome{words::said(written.error()), false};
        },
        false);
}

void RunsPage::work(const std::function<runFiles::Outcome(RunStore*)>& job, bool reloads)
{
    m_reader.ask([this, job, reloads](RunStore* store) -> std::function<void()> {
        const runFiles::Outcome outcome = job(store);
        return [this, outcome, reloads] {
            m_message->setText(outcome.text);
            m_message->setProperty("problem", !outcome.good);
            m_message->style()->unpolish(m_message);
            m_message->style()->polish(m_message);
            m_message->setVisible(!outcome.text.isEmpty());
            if (reloads) m_loader.reload();
        };
    });
}

} // namespace ds::ui
