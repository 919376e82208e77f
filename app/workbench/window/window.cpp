// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/window/window.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QThread>
#include <QTimer>
#include <QUndoStack>
#include <QVBoxLayout>

#include "app/workbench/inspection/inspection_feed.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/forecaster.h"
#include "app/workbench/project/project.h"
#include "app/workbench/project/totals.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/panels.h"
#include "app/workbench/shell/settings.h"
#include "app/workbench/window/file_commands.h"
#include "app/workbench/window/help_panel.h"
#include "app/workbench/window/lesson_commands.h"
#include "app/workbench/window/message_bar.h"
#include "app/workbench/window/page_strip.h"
#include "app/workbench/window/palette.h"
#include "app/workbench/window/run_commands.h"
#include "app/workbench/window/texts.h"
#include "app/workbench/window/top_bar.h"
#include "widgets/dock/dock_frame.h"
#include "widgets/theme/elided_label.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

Window::Window(const Parts& parts)
    : m_inspection(new InspectionFeed(parts.runs.runsFolder(), this)), m_context{parts.project,
                                                                                 parts.checker,
                                                                                 parts.runs,
                                                                                 parts.commands,
                                                                                 parts.settings,
                                                                                 [this](const QString& id) { showPage(id); },
                                                                                 [this](const QString& path) { openProject(path); },
                                                                                 [this](const QString& fact) {
                                                                                     m_said = fact;
                                                                                     refreshStatus();
                                                                                 },
                                                                                 m_inspection},
      m_strip(new PageStrip(this)), m_top(new TopBar(this)), m_messages(new MessageBar(this)), m_stack(new QStackedWidget(this)),
      m_body(new DockFrame(this)), m_help(new HelpPanel(parts.commands)), m_fact(new ElidedLabel(this)), m_totals(new ElidedLabel(this)),
      m_state(new ElidedLabel(this)), m_panels(new QMenu(tr("Panels"), this))
{
    setAcceptDrops(true);
    setMinimumSize(960, 600);
    auto* centre = new QWidget(this);
    auto* columns = new QHBoxLayout(centre);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_strip);
    auto* rows = new QVBoxLayout;
    rows->setSpacing(0);
    rows->addWidget(m_top);
    rows->addWidget(m_messages);
    m_body->setCentre(m_stack);
    m_body->addPanel({QStringLiteral("help"), tr("Help"), m_help, Qt::RightDockWidgetArea, 420, 0, {}, false});
    rows->addWidget(m_body, 1);
    columns->addLayout(rows, 1);
    setCentralWidget(centre);

    statusBar()->setSizeGripEnabled(false);
    statusBar()->setFixedHeight(26);
    statusBar()->setObjectName(QStringLiteral("status"));
    for (QLabel* label : {m_fact, m_totals, m_state}) label->setProperty("secondary", true);
    m_fact->setContentsMargins(12, 0, 0, 0);
    m_state->setContentsMargins(0, 0, 12, 0);
    m_totals->setAlignment(Qt::AlignCenter);
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    statusBar()->addWidget(m_fact, 3);
    statusBar()->addWidget(m_totals, 5);
    statusBar()->addWidget(m_state, 3);

    m_context.commands.keepKeysIn(m_context.settings);
    m_files = new FileCommands(m_context, *m_messages, this);
    m_run = new RunCommands(m_context, *m_messages, this);
    m_lessons = new LessonCommands(
        m_context, *m_messages, [this](const QString& why, const std::function<void()>& then) { m_files->whenSaved(why, then); }, this);
    m_palette = new Palette(m_context.commands, this);
    makeCommands();
    managePanels(*m_body, m_context, QStringLiteral("window"), tr("Window"));
    m_top->setRunActions(m_run->train(), m_run->others());
    m_top->setDevice(tr("CPU · %n core(s)", nullptr, QThread::idealThreadCount()), tr("Where training runs"));

    connect(m_strip, &PageStrip::chosen, this, &Window::showPage);
    connect(&parts.project, &Project::titleChanged, this, &Window::refreshTitle);
    m_inspection->setProject(parts.project.document());
    connect(&parts.project, &Project::changed, this, [this] {
        m_context.checker.request(m_context.project.document());
        m_inspection->setProject(m_context.project.document());
        refreshTitle();
    });
    connect(&parts.checker, &Checker::finished, this, &Window::refreshStatus);
    connect(&parts.checker.forecaster(), &Forecaster::finished, this, &Window::refreshStatus);
    connect(&parts.runs, &RunHub::currentChanged, this, [this] {
        if (LiveRun* run = m_context.runs.current()) connect(run, &LiveRun::changed, this, &Window::refreshRun, Qt::UniqueConnection);
        m_toFollow = true;
        refreshRun();
    });
    // Only an empty stack takes a limit; it is empty whenever a project is opened.
    const auto limitUndo = [this] {
        QUndoStack& undo = m_context.project.undoStack();
        if (undo.count() == 0 && undo.undoLimit() != m_context.settings.undoLimit()) undo.setUndoLimit(m_context.settings.undoLimit());
    };
    connect(&parts.project.undoStack(), &QUndoStack::indexChanged, this, limitUndo);
    connect(&parts.settings, &Settings::changed, this, limitUndo);
    limitUndo();
    refreshTitle();
    if (const QByteArray geometry = parts.settings.value(QStringLiteral("window/geometry")).toByteArray(); !geometry.isEmpty())
        restoreGeometry(geometry);
    else resize(1280, 800);
}

Window::~Window()
{
    // Pages use the context; they go before it.
    for (const auto& [id, page] : m_pages) delete page;
    // What outlives the window speaks on while its widgets go.
    m_context.project.undoStack().disconnect(this);
    m_context.settings.disconnect(this);
}

void Window::makeCommands()
{
    Commands& commands = m_context.commands;
    int number = 0;
    for (const PageSpec* spec : allPages()) {
        const QString id = QString::fromLatin1(spec->id), title = QCoreApplication::translate("Pages", spec->title);
        QAction* action =
            commands.add(QStringLiteral("page.") + id, tr("Go to %1").arg(title), [this, id] { showPage(id); },
                         {QKeySequence(Qt::CTRL | (spec->atBottom ? Qt::Key_Comma : static_cast<Qt::Key>(Qt::Key_1 + number++))),
                          QString::fromLatin1(spec->icon)});
        m_strip->add(id, title, QString::fromLatin1(spec->icon), action->toolTip(), spec->atBottom);
    }
    QUndoStack& undo = m_context.project.undoStack();
    QAction* undoAction =
        commands.add(QStringLiteral("edit.undo"), tr("Undo"), [&undo] { undo.undo(); }, {QKeySequence::Undo, QStringLiteral("undo")});
    QAction* redoAction =
        commands.add(QStringLiteral("edit.redo"), tr("Redo"), [&undo] { undo.redo(); }, {QKeySequence::Redo, QStringLiteral("redo")});
    const auto refreshUndo = [&undo, undoAction, redoAction] {
        undoAction->setEnabled(undo.canUndo());
        redoAction->setEnabled(undo.canRedo());
        undoAction->setText(undo.canUndo() ? tr("Undo: %1").arg(undo.undoText()) : tr("Undo"));
        redoAction->setText(undo.canRedo() ? tr("Redo: %1").arg(undo.redoText()) : tr("Redo"));
    };
    connect(&undo, &QUndoStack::indexChanged, this, refreshUndo);
    refreshUndo();
    QAction* palette = commands.add(QStringLiteral("palette"), tr("All commands"), [this] { m_palette->open(); },
                                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), QStringLiteral("search")});
    m_top->setPaletteAction(palette);
    const auto chooseTheme = [this](const char* name) { m_context.settings.setValue(QStringLiteral("theme"), QString::fromLatin1(name)); };
    QAction* light = commands.add(QStringLiteral("view.light"), tr("Light theme"), [chooseTheme] { chooseTheme("light"); },
                                  {{}, QStringLiteral("theme")});
    QAction* dark =
        commands.add(QStringLiteral("view.dark"), tr("Dark theme"), [chooseTheme] { chooseTheme("dark"); }, {{}, QStringLiteral("theme")});
    QAction* system = commands.add(QStringLiteral("view.system"), tr("Theme of the system"), [chooseTheme] { chooseTheme("system"); },
                                   {{}, QStringLiteral("theme")});
    const auto chooseLanguage = [this](const char* code) {
        m_context.settings.setValue(QStringLiteral("language"), QString::fromLatin1(code));
        m_messages->post(QStringLiteral("language"), MessageBar::Kind::Info, tr("The language changes when the program starts again."));
    };
    QAction* english = commands.add(QStringLiteral("view.english"), QStringLiteral("English"), [chooseLanguage] { chooseLanguage("en"); },
                                    {{}, QStringLiteral("language")});
    QAction* chinese = commands.add(QStringLiteral("view.chinese"), QStringLiteral("简体中文"),
                                    [chooseLanguage] { chooseLanguage("zh_CN"); }, {{}, QStringLiteral("language")});
    QAction* full = commands.add(QStringLiteral("view.full_screen"), tr("Full screen"),
                                 [this] { isFullScreen() ? showNormal() : showFullScreen(); }, {Qt::Key_F11, QStringLiteral("fit")});
    QAction* quit = commands.add(QStringLiteral("quit"), tr("Quit"), [this] { close(); }, {QKeySequence::Quit, QStringLiteral("close")});
    QAction* help = commands.add(QStringLiteral("help"), tr("Help"), [this] { showHelp(); },
                                 {QKeySequence::HelpContents, QStringLiteral("help"), tr("On what has the focus, or is selected")});
    QAction* keys = commands.add(QStringLiteral("help.shortcuts"), tr("Keyboard shortcuts"),
                                 [this] {
                                     m_body->setOpen(QStringLiteral("help"), true);
                                     m_help->showShortcuts();
                                 },
                                 {QKeySequence(Qt::CTRL | Qt::Key_F1), QStringLiteral("keyboard")});
    for (QAction* action : commands.all()) addAction(action);
    connect(&commands, &Commands::added, this, [this](QAction* action) {
        if (action->shortcutContext() == Qt::WindowShortcut) addAction(action);
    });

    QMenu* menu = m_files->menu();
    menu->addSeparator();
    menu->addAction(undoAction);
    menu->addAction(redoAction);
    menu->addSeparator();
    menu->addAction(m_lessons->start());
    menu->addSeparator();
    QMenu* view = menu->addMenu(tr("View"));
    view->addActions({light, dark, system});
    view->addSeparator();
    view->addActions({english, chinese});
    view->addSeparator();
    view->addMenu(m_panels);
    connect(m_panels, &QMenu::aboutToShow, this, &Window::fillPanels);
    view->addSeparator();
    view->addAction(full);
    menu->addAction(palette);
    menu->addAction(help);
    menu->addAction(keys);
    menu->addSeparator();
    menu->addAction(quit);
    m_top->setMenu(menu);
}

/// Those of the page at hand; those of other pages are in the palette.
void Window::fillPanels()
{
    m_panels->clear();
    const QString ofPage = QStringLiteral("panel.%1.").arg(m_current), ofWindow = QStringLiteral("panel.window.");
    for (QAction* action : m_context.commands.all()) {
        const QString id = action->objectName();
        if (!id.startsWith(ofPage) && !(id.startsWith(ofWindow) && action->isCheckable())) continue;
        QAction* entry = m_panels->addAction(action->iconText(), action, &QAction::trigger);
        entry->setCheckable(action->isCheckable());
        entry->setChecked(action->isChecked());
    }
}

void Window::showHelp()
{
    const QWidget* asked = QApplication::focusWidget();
    m_body->setOpen(QStringLiteral("help"), true);
    if (!asked || !m_help->isAncestorOf(asked)) m_help->showHelpOn(asked);
}

Page* Window::page(const QString& id) const
{
    const auto at = m_pages.find(id);
    return at == m_pages.end() ? nullptr : at->second;
}

Page* Window::makePage(const QString& id)
{
    if (Page* there = page(id)) return there;
    for (const PageSpec* spec : allPages()) {
        if (id != QLatin1String(spec->id)) continue;
        Page* made = spec->create(m_context);
        m_pages[id] = made;
        m_stack->addWidget(made);
        return made;
    }
    return nullptr;
}

void Window::makePagesAhead()
{
    for (const PageSpec* spec : allPages()) {
        if (page(QLatin1String(spec->id))) continue;
        makePage(QLatin1String(spec->id));
        QTimer::singleShot(100, this, &Window::makePagesAhead); // one at a time: the person may be at work already
        return;
    }
}

void Window::showPage(const QString& id)
{
    if (id == m_current) return;
    Page* next = makePage(id);
    if (!next) return;
    if (Page* before = page(m_current)) before->leave();
    m_current = id;
    m_context.settings.setValue(QStringLiteral("window/page"), id);
    m_said.clear();
    m_stack->setCurrentWidget(next);
    m_strip->select(id);
    next->enter();
    refreshStatus();
}

void Window::openProject(const QString& path) { m_files->open(path); }

void Window::refreshTitle()
{
    const Project& project = m_context.project;
    m_top->setTitle(project.title(), project.modified());
    setWindowTitle(project.title() + QStringLiteral("[*] – DeepSeek Workbench"));
    setWindowModified(project.modified());
}

void Window::refreshStatus()
{
    const auto result = m_context.checker.result();
    m_fact->setText(!m_said.isEmpty() ? m_said : result ? problemsText(*result) : QString());
    const std::shared_ptr<const StepForecast> forecast = m_context.checker.forecaster().result();
    m_totals->setText(result ? totalsText(*result, forecast.get()) : QString());
    m_totals->setToolTip(result ? totalsHint(*result, forecast.get()) : QString());
}

/// The Inspector looks at the run that was started; the worker gives it its id a moment later.
void Window::followRun()
{
    const LiveRun* run = m_context.runs.current();
    if (!m_toFollow || !run || run->id().isEmpty()) return;
    m_toFollow = false;
    m_inspection->setRun(run->id());
}

void Window::refreshRun()
{
    followRun();
    const LiveRun* run = m_context.runs.current();
    m_state->setText(run ? runText(*run) : QString());
}

void Window::closeEvent(QCloseEvent* event)
{
    if (!m_closing && m_context.project.modified()) {
        event->ignore();
        m_files->whenSaved(tr("before the window closes"), [this] {
            m_closing = true;
            close();
        });
        return;
    }
    m_context.settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    event->accept();
}

void Window::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().toLocalFile().endsWith(QStringLiteral(".dsw"))) event->acceptProposedAction();
}

void Window::dropEvent(QDropEvent* event) { openProject(event->mimeData()->urls().front().toLocalFile()); }

} // namespace ds::ui
