// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/design_page.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/help/help_popup.h"
#include "app/workbench/inspection/inspection_feed.h"
#include "app/workbench/inspection/verdict_problems.h"
#include "app/workbench/pages/design/add_popup.h"
#include "app/workbench/pages/design/auto_layout.h"
#include "app/workbench/pages/design/catalog.h"
#include "app/workbench/pages/design/fit_check.h"
#include "app/workbench/pages/design/graph_view.h"
#include "app/workbench/pages/design/heat_bar.h"
#include "app/workbench/pages/design/inspector.h"
#include "app/workbench/pages/design/layer_palette.h"
#include "app/workbench/pages/design/problems_panel.h"
#include "app/workbench/pages/design/tool_bar.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/panels.h"
#include "app/workbench/shell/settings.h"
#include "app/workbench/words/words.h"
#include "widgets/canvas/canvas.h"
#include "widgets/dock/dock_frame.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

namespace {

constexpr QLatin1String ignoredKey("design/ignored"), flowKey("design/flow"), ratesKey("machine/rates");
constexpr int mostIgnored = 500; // remembered ones

QString keyOf(const Project& project, const Problem& problem)
{
    return project.title() + QLatin1Char('|') + QString::fromStdString(problem.rule + '|' + problem.layer + '|' + problem.text.english());
}

} // namespace

DesignPage::DesignPage(PageContext& context)
    : m_context(context), m_palette(new LayerPalette(this)), m_canvas(new Canvas(this)), m_frame(new DockFrame(this)),
      m_problemsPanel(new ProblemsPanel(this)), m_graph(new GraphView(this)), m_inspector(new Inspector(context.project, this)),
      m_crumbs(new QWidget(this)), m_crumbRow(new QHBoxLayout(m_crumbs)), m_popup(new AddPopup(this)), m_layout(new AutoLayout(this))
{
    const QStringList ignored = context.settings.value(ignoredKey).toStringList();
    m_ignored = QSet<QString>(ignored.begin(), ignored.end());
    addCommands();
    build();
    connectCanvas();
    connect(&context.project, &Project::changed, this, &DesignPage::projectChanged);
    connect(&context.checker, &Checker::finished, this, &DesignPage::refresh);
    if (context.inspection) connect(context.inspection, &InspectionFeed::changed, this, &DesignPage::inspectionChanged);
    forecast();
    connect(m_problemsPanel, &ProblemsPanel::picked, this, [this](int i) {
        if (i < 0 || i >= static_cast<int>(m_problems.size())) return;
        const Problem& problem = *m_problems[static_cast<std::size_t>(i)];
        const QString field = QString::fromStdString(problem.field);
        const auto [path, layer] = editing::splitName(problem.layer);
        const QString id = QString::fromStdString(layer);
        if (m_path != path) {
            m_path = path;
            m_fresh = true;
            refresh();
        }
        m_canvas->select(id.isEmpty() ? QStringList() : QStringList{id});
        if (!id.isEmpty()) m_canvas->ensureVisible(id);
        if (!field.isEmpty()) m_inspector->focusField(field);
    });
    connect(m_problemsPanel, &ProblemsPanel::hovered, this, [this](int problem) {
        m_hoveredProblem = problem;
        refreshCallouts();
    });
    connect(m_problemsPanel, &ProblemsPanel::fixChosen, this, &DesignPage::fix);
    connect(m_problemsPanel, &ProblemsPanel::ignored, this, &DesignPage::ignore);
}

DesignPage::~DesignPage() = default;

/// This machine is measured once; then the settings remember how quick it is.
void DesignPage::forecast()
{
    Forecaster& forecaster = m_context.checker.forecaster();
    const QString machine = QSysInfo::machineHostName() + QLatin1Char('/') + QString::number(QThread::idealThreadCount());
    const QVariantList known = m_context.settings.value(ratesKey).toList();
    if (known.size() == 3 && known[0].toString() == machine) {
        MachineRates rates;
        rates.flops = known[1].toDouble();
        rates.bytes = known[2].toDouble();
        if (rates.flops > 0 && rates.bytes > 0) forecaster.setRates(rates);
    }
    connect(&forecaster, &Forecaster::measured, this, [this, machine](const MachineRates& rates) {
        m_context.settings.setValue(ratesKey, QVariantList{machine, rates.flops, rates.bytes});
    });
    connect(&forecaster, &Forecaster::finished, this, [this] {
        m_forecast = m_context.checker.forecaster().result();
        if (!m_active) return;
        if (m_heat == Heat::Time) refresh();
        else refreshInspector();
    });
}

void DesignPage::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_frame);
    auto* middle = new QWidget(m_frame);
    auto* rows = new QVBoxLayout(middle);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_crumbs->setProperty("panel", true);
    m_crumbs->setAttribute(Qt::WA_StyledBackground);
    m_crumbRow->setContentsMargins(12, 4, 12, 4);
    m_crumbRow->setSpacing(4);
    rows->addWidget(m_crumbs);
    rows->addWidget(m_canvas, 1);
    auto* line = new QFrame(middle);
    line->setProperty("line", true);
    line->setFixedHeight(1);
    rows->addWidget(line);
    rows->addWidget(m_problemsPanel);
    m_frame->setCentre(middle);
    m_frame->addPanel({QStringLiteral("layers"), tr("Layers"), m_palette, Qt::LeftDockWidgetArea, 216});
    m_frame->addPanel({QStringLiteral("properties"), tr("Properties"), m_inspector, Qt::RightDockWidgetArea, 320});
    m_frame->addPanel(
        {QStringLiteral("graph"), tr("Graph that runs"), m_graph, Qt::RightDockWidgetArea, 420, 0, QStringLiteral("properties"), false});
    m_palette->setMinimumWidth(150);
    m_inspector->setMinimumWidth(240);
    managePanels(*m_frame, m_context, QStringLiteral("design"), QCoreApplication::translate("Pages", "Design"));
    m_canvas->setFlow(m_context.settings.value(flowKey).toString() == QLatin1String("right") ? Flow::Right : Flow::Down);
    m_canvas->setDropFormat(QString::fromLatin1(layerMimeType));
    new ToolBar(*m_canvas, m_context.commands);
    m_heatBar = new HeatBar(*m_canvas);
    connect(m_heatBar, &HeatBar::moved, this, &DesignPage::drawLayers);
    connect(m_palette, &LayerPalette::chosen, this, [this](const QString& type) {
        addLayer(type, targetFromSelection(m_canvas->toScene(m_canvas->rect().center())));
        m_canvas->setFocus(Qt::OtherFocusReason);
    });
    connect(m_popup, &AddPopup::chosen, this, [this](const QString& type) { addLayer(type, m_target); });
    connect(m_inspector, &Inspector::helpRequested, this, [this](const QString& type) { showHelp(QStringLiteral("layers"), type); });
    connect(m_layout, &AutoLayout::finished, this, [this](const std::map<std::string, QPointF>& places) {
        const Model* now = model();
        if (!now || now->layers.size() != places.size()) return say(tr("The model changed meanwhile. Arrange it again."));
        m_context.project.edit(tr("Arrange"), [&](Document& document) {
            editing::editModel(document, m_path, [&](Model& m) {
                for (LayerNode& layer : m.layers)
                    if (const auto at = places.find(layer.name); at != places.end()) layer.position = {at->second.x(), at->second.y()};
            });
        });
        m_canvas->zoomToFit();
        say({});
    });
}

void DesignPage::enter()
{
    m_active = true;
    m_context.checker.forecaster().setWanted(true);
    if (m_context.inspection) m_context.inspection->look(this, true);
    if (m_dirty) refresh();
    m_canvas->setFocus(Qt::OtherFocusReason);
}

void DesignPage::leave()
{
    m_active = false;
    m_context.checker.forecaster().setWanted(false);
    if (m_context.inspection) m_context.inspection->look(this, false);
}

/// What the Inspector says of the project as it is.
std::vector<Problem> DesignPage::verdictsHere()
{
    if (!m_context.inspection) return {};
    const InspectionPtr& inspection = m_context.inspection->inspection();
    if (!inspection || inspection->verdicts.empty() || !m_sameTraining(*inspection, m_check)) return {};
    return verdictProblems(inspection, m_check->check.document);
}

/// What is on the canvas is made anew only if the Inspector says something else.
void DesignPage::inspectionChanged()
{
    const auto texts = [](const std::vector<Problem>& problems) {
        QStringList list;
        for (const Problem& problem : problems) list << QString::fromStdString(problem.layer) << words::said(problem.text);
        return list;
    };
    const bool same = texts(verdictsHere()) == texts(m_verdicts);
    if (same && m_heat != Heat::Seen) return;
    m_otherProblems = !same;
    if (same && m_active) drawLayers(); // only the colours are others
    else refresh();
}

void DesignPage::projectChanged(bool)
{
    if (m_context.project.undoStack().count() == 0) { // another document
        if (m_shownPath != m_context.project.path() || m_context.project.path().isEmpty()) m_fresh = true;
        m_shownPath = m_context.project.path();
    }
    while (!m_path.empty() && !model()) m_path.pop_back(); // undo may have taken the composite away
    refresh();
}

const Model* DesignPage::model() const { return editing::modelAt(m_context.project.document(), m_path); }

void DesignPage::refresh()
{
    m_dirty = !m_active;
    if (!m_active) return;
    refreshProblems();
    drawLayers();
    refreshNotes();
    if (m_fresh) m_canvas->zoomToStart();
    m_fresh = false;
    refreshCrumbs();
    refreshCallouts();
    refreshInspector();
    m_graph->show(m_check);
}

/// Boxes and wires, with what colours them.
void DesignPage::drawLayers()
{
    const bool seen = m_heat == Heat::Seen;
    m_heatBar->setInspection(seen && m_context.inspection ? m_context.inspection->inspection() : nullptr);
    m_heatBar->setVisible(seen);
    const std::map<std::string, LayerHeat> heat = m_heatBar->heat();
    Drawing drawing =
        drawingOf({m_context.project.document(), m_path, m_check, m_problems, m_forecast.get(), m_heat, &heat, m_canvas->flow()}, m_cache);
    if (m_fresh) m_canvas->setContents({}, {}); // nothing of the old one is kept
    m_canvas->setHeat(seen ? HeatOn::NodesAndWires : m_heat != Heat::None ? HeatOn::Nodes : HeatOn::Nothing);
    m_canvas->setContents(std::move(drawing.nodes), std::move(drawing.wires));
}

void DesignPage::refreshNotes()
{
    QList<NoteView> views;
    if (const Model* here = model())
        for (std::size_t i = 0; i < here->notes.size(); ++i) {
            const Note& note = here->notes[i];
            views.append({QStringLiteral("note%1").arg(i),
                          QString::fromStdString(note.text),
                          {note.box[0], note.box[1], note.box[2], note.box[3]},
                          note.frame});
        }
    m_canvas->setNotes(std::move(views));
}

void DesignPage::refreshProblems()
{
    m_forecast = m_context.checker.forecaster().result();
    if (m_check == m_context.checker.result() && !m_otherProblems) return;
    m_otherProblems = false;
    m_check = m_context.checker.result();
    m_problems.clear();
    m_verdicts.clear();
    m_verdicts = verdictsHere();
    const auto add = [this](const std::vector<Problem>& problems) {
        for (const Problem& problem : problems)
            if (problem.severity == Problem::Severity::Error || m_ignored.isEmpty() ||
                !m_ignored.contains(keyOf(m_context.project, problem)))
                m_problems.push_back(&problem);
    };
    add(m_verdicts);
    if (m_check) add(m_check->problems);
    m_problemsPanel->show(m_problems);
}

/// The card of the problem under the pointer in the list, else that of the one selected layer, else of the layer under the pointer.
void DesignPage::refreshCallouts()
{
    QList<CalloutView> cards;
    const QStringList selected = m_canvas->selection();
    // The box that a problem belongs to here, where the person is; empty: none.
    const auto nodeOf = [&](const Problem& problem) -> QString {
        if (!problem.layer.empty()) return QString::fromStdString(editing::nameAt(m_path, problem.layer));
        if (m_path.empty() && problem.field.rfind("loss", 0) == 0) return QString::fromLatin1(editing::lossId);
        if (m_path.empty() && problem.field.rfind("data", 0) == 0) return QString::fromLatin1(editing::dataId);
        return {};
    };
    const auto add = [&](std::size_t i) {
        const Problem& problem = *m_problems[i];
        CalloutView card;
        card.id = QString::number(i);
        card.node = nodeOf(problem);
        card.title = problemText(problem);
        card.text = words::said(problem.more);
        card.severity = problem.severity == Problem::Severity::Error ? Badge::Error : Badge::Suggestion;
        if (isVerdict(problem)) card.buttons << tr("Inspect"); // where there is room for all that is to be said
        else
            for (const QuickFix& fix : problem.fixes) card.buttons << words::said(fix.title);
        if (card.severity == Badge::Suggestion) card.buttons << tr("Ignore");
        cards.append(card);
    };
    if (m_hoveredProblem >= 0 && m_hoveredProblem < static_cast<int>(m_problems.size())) {
        if (const auto i = static_cast<std::size_t>(m_hoveredProblem); !nodeOf(*m_problems[i]).isEmpty()) add(i);
    } else if (selected.size() == 1) {
        for (std::size_t i = 0; i < m_problems.size() && cards.isEmpty(); ++i)
            if (nodeOf(*m_problems[i]) == selected.front()) add(i);
    }
    m_canvas->setCallouts(cards);
}

void DesignPage::refreshInspector()
{
    m_inspector->show(m_path, m_canvas->selection(), m_check.get(), m_forecast.get());
    const editing::Names chosen = selectedLayers();
    const LayerNode* layer = model() && chosen.size() == 1 ? model()->find(*chosen.begin()) : nullptr;
    const QStringList selected = m_canvas->selection();
    const Document& document = m_context.project.document();
    QString help; // for F1
    if (layer) help = QStringLiteral("layers/") + QString::fromStdString(layer->type);
    else if (selected == QStringList{QString::fromLatin1(editing::lossId)})
        help = QStringLiteral("losses/") + QString::fromStdString(document.loss.type);
    else if (selected == QStringList{QString::fromLatin1(editing::dataId)})
        help = QStringLiteral("sources/") + QString::fromStdString(document.train.type);
    setProperty("help", help);
}

void DesignPage::refreshCrumbs()
{
    while (QLayoutItem* item = m_crumbRow->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    m_crumbs->setVisible(!m_path.empty());
    if (m_path.empty()) return;
    const auto add = [&](const QString& text, std::size_t depth) {
        auto* button = new QPushButton(text, m_crumbs);
        button->setProperty("flat", true);
        button->setEnabled(depth < m_path.size());
        connect(button, &QPushButton::clicked, this, [this, depth] {
            const QString from = QString::fromStdString(m_path[depth]);
            m_path.resize(depth);
            m_fresh = true;
            refresh();
            m_canvas->select({from});
            m_canvas->ensureVisible(from);
        });
        m_crumbRow->addWidget(button);
    };
    add(tr("Model"), 0);
    for (std::size_t i = 0; i < m_path.size(); ++i) {
        m_crumbRow->addWidget(new QLabel(QStringLiteral("›"), m_crumbs));
        add(QString::fromStdString(m_path[i]), i + 1);
    }
    m_crumbRow->addStretch();
}

void DesignPage::openComposite(const QString& id)
{
    const Model* here = model();
    const LayerNode* layer = here ? here->find(id.toStdString()) : nullptr;
    if (!layer || !layer->model) return m_inspector->focusField({});
    m_path.push_back(layer->name);
    m_fresh = true;
    refresh();
}

void DesignPage::goUp()
{
    if (m_path.empty()) return;
    const QString from = QString::fromStdString(m_path.back());
    m_path.pop_back();
    m_fresh = true;
    refresh();
    m_canvas->select({from});
}

void DesignPage::showHelp(const QString& registry, const QString& name)
{
    const QRect beside(m_inspector->mapToGlobal(QPoint(0, 48)), QSize(m_inspector->width(), 1));
    (new HelpPopup(registry, name, this))->showBeside(beside);
}

void DesignPage::fix(int problem, int fix)
{
    if (problem < 0 || problem >= static_cast<int>(m_problems.size())) return;
    const Problem& chosen = *m_problems[static_cast<std::size_t>(problem)];
    if (fix < static_cast<int>(chosen.fixes.size())) {
        const auto keep = m_check; // the edit may bring a new result while this one is used
        const QuickFix mend = chosen.fixes[static_cast<std::size_t>(fix)];
        m_context.project.edit(words::said(mend.title), mend.apply);
    } else {
        ignore(problem);
    }
}

void DesignPage::ignore(int problem)
{
    if (problem < 0 || problem >= static_cast<int>(m_problems.size())) return;
    m_ignored.insert(keyOf(m_context.project, *m_problems[static_cast<std::size_t>(problem)]));
    if (m_ignored.size() <= mostIgnored) m_context.settings.setValue(ignoredKey, QStringList(m_ignored.begin(), m_ignored.end()));
    m_otherProblems = true;
    refresh();
}

void DesignPage::say(const QString& text) const
{
    if (m_context.say) m_context.say(text);
}

editing::Names DesignPage::selectedLayers() const
{
    editing::Names names;
    for (const QString& id : m_canvas->selection())
        if (!id.startsWith(QLatin1Char(':'))) names.insert(id.toStdString());
    return names;
}

void DesignPage::select(const editing::Names& names)
{
    QStringList ids;
    for (const std::string& name : names) ids << QString::fromStdString(name);
    m_canvas->select(ids);
}

extern const PageSpec page_design = {"design", QT_TRANSLATE_NOOP("Pages", "Design"), "design",
                                     [](PageContext& context) -> Page* { return new DesignPage(context); }};

} // namespace ds::ui
