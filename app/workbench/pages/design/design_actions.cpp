// SPDX-License-Identifier: GPL-3.0-or-later
// All that can be done on the page, as commands with shortcuts.
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

#include <algorithm>
#include <cmath>

#include "app/workbench/pages/design/auto_layout.h"
#include "app/workbench/pages/design/design_page.h"
#include "app/workbench/pages/design/export_drawing.h"
#include "app/workbench/pages/design/fit_check.h"
#include "app/workbench/pages/design/graph_view.h"
#include "app/workbench/pages/design/grouping.h"
#include "app/workbench/pages/design/heat_bar.h"
#include "app/workbench/pages/design/layer_palette.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "widgets/canvas/canvas.h"
#include "widgets/dock/dock_frame.h"

namespace ds::ui {

void DesignPage::addCommands()
{
    const auto add = [this](const char* id, const QString& text, const QKeySequence& keys, const char* iconName, auto run) {
        return m_context.commands.add(QString::fromLatin1(id), text, run, {keys, QString::fromLatin1(iconName), {}, m_canvas});
    };
    const auto keys = [](QKeyCombination combination) { return QKeySequence(combination); };
    const QKeySequence none;
    add("design.add", tr("Add a layer"), keys(Qt::SHIFT | Qt::Key_A), "plus", [this] { typedOnCanvas({}, m_canvas->insertionPoint()); });
    m_context.commands.add(QStringLiteral("design.search"), tr("Search layers"), [this] { m_palette->focusSearch(); },
                           {Qt::Key_Slash, QStringLiteral("search"), {}, this});
    add("design.rename", tr("Rename"), QKeySequence(Qt::Key_F2), "", [this] {
        if (const auto names = selectedLayers(); names.size() == 1) m_canvas->editTitle(QString::fromStdString(*names.begin()));
    });
    add("design.cut", tr("Cut"), QKeySequence::Cut, "", [this] {
        copy();
        removeSelected(
            [this] {
                QStringList ids;
                for (const std::string& n : selectedLayers()) ids << QString::fromStdString(n);
                return ids;
            }(),
            {}, {});
    });
    add("design.copy", tr("Copy"), QKeySequence::Copy, "copy", [this] { copy(); });
    add("design.paste", tr("Paste"), QKeySequence::Paste, "", [this] { paste(); });
    add("design.duplicate", tr("Duplicate"), keys(Qt::CTRL | Qt::Key_D), "copy", [this] { duplicate(); });
    add("design.delete", tr("Delete"), QKeySequence::Delete, "trash", [this] {
        QStringList ids;
        for (const std::string& name : selectedLayers()) ids << QString::fromStdString(name);
        removeSelected(ids, m_canvas->selectedWires(), m_canvas->selectedNote());
    });
    add("design.all", tr("Select everything"), QKeySequence::SelectAll, "", [this] {
        QStringList ids;
        for (const auto& item : m_canvas->store().nodes())
            if (!item.view.fixed) ids << item.view.id;
        m_canvas->select(ids);
    });
    add("design.connect", tr("Connect the selected layers"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_L), "fork", [this] { connectSelected(); });
    add("design.group", tr("Group"), keys(Qt::CTRL | Qt::Key_G), "group", [this] { groupSelected(); });
    add("design.ungroup", tr("Ungroup"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_G), "", [this] { ungroupSelected(); });
    add("design.frame", tr("Frame the selection"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_J), "group", [this] { addNote(true); });
    add("design.comment", tr("Add a comment"), keys(Qt::CTRL | Qt::Key_J), "comment", [this] { addNote(false); });
    add("design.open", tr("Open the group"), keys(Qt::ALT | Qt::Key_Down), "open", [this] {
        if (const auto names = selectedLayers(); names.size() == 1) openComposite(QString::fromStdString(*names.begin()));
    });
    add("design.up", tr("Leave the group"), keys(Qt::ALT | Qt::Key_Up), "", [this] { goUp(); });
    add("design.mute", tr("Bypass"), keys(Qt::CTRL | Qt::Key_M), "mute",
        [this] { toggle(&LayerNode::muted, tr("Bypass %1"), tr("Use %1 again")); });
    add("design.freeze", tr("Freeze"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_F), "lock",
        [this] { toggle(&LayerNode::frozen, tr("Freeze %1"), tr("Unfreeze %1")); });
    add("design.layout", tr("Arrange automatically"), keys(Qt::CTRL | Qt::Key_L), "layout", [this] { arrange(); });
    add("design.align.left", tr("Align left edges"), keys(Qt::CTRL | Qt::ALT | Qt::Key_Left), "", [this] { align(Qt::Vertical, false); });
    add("design.align.top", tr("Align top edges"), keys(Qt::CTRL | Qt::ALT | Qt::Key_Up), "", [this] { align(Qt::Horizontal, false); });
    add("design.align.centre", tr("Align centres"), keys(Qt::CTRL | Qt::ALT | Qt::Key_C), "", [this] {
        double sum = 0, count = 0;
        QList<Placement> places;
        for (const auto& item : m_canvas->store().nodes())
            if (item.selected && !item.view.fixed) {
                sum += item.view.position.x();
                ++count;
                places.append({item.view.id, item.view.position});
            }
        for (Placement& place : places) place.position.setX(std::round(sum / count / 8) * 8);
        if (count > 1) move(places, tr("Align centres"));
    });
    add("design.distribute", tr("Distribute evenly"), keys(Qt::CTRL | Qt::ALT | Qt::Key_D), "", [this] { align(Qt::Vertical, true); });
    add("design.flow", tr("Let wires run down or to the right"), none, "right", [this] {
        const Flow flow = m_canvas->flow() == Flow::Down ? Flow::Right : Flow::Down;
        m_context.settings.setValue(QStringLiteral("design/flow"), flow == Flow::Right ? QStringLiteral("right") : QStringLiteral("down"));
        m_canvas->setFlow(flow);
        refresh();
        arrange();
    });
    add("design.fit", tr("Show everything"), keys(Qt::CTRL | Qt::Key_0), "fit", [this] { m_canvas->zoomToFit(); });
    add("design.fit.selection", tr("Show the selection"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_0), "",
        [this] { m_canvas->zoomToSelection(); });
    add("design.zoom.in", tr("Zoom in"), QKeySequence::ZoomIn, "plus", [this] { m_canvas->zoomBy(1.25); });
    add("design.zoom.out", tr("Zoom out"), QKeySequence::ZoomOut, "minus", [this] { m_canvas->zoomBy(1 / 1.25); });
    add("design.help", tr("Help on the layer"), {}, "info", [this] {
        const Document& document = m_context.project.document();
        const QStringList selected = m_canvas->selection();
        if (selected == QStringList{QString::fromLatin1(editing::lossId)} && !document.loss.type.empty())
            return showHelp(QStringLiteral("losses"), QString::fromStdString(document.loss.type));
        if (selected == QStringList{QString::fromLatin1(editing::dataId)} && !document.train.type.empty())
            return showHelp(QStringLiteral("sources"), QString::fromStdString(document.train.type));
        const Model* here = model();
        const auto names = selectedLayers();
        if (const LayerNode* layer = here && names.size() == 1 ? here->find(*names.begin()) : nullptr)
            showHelp(QStringLiteral("layers"), QString::fromStdString(layer->type));
    });
    auto* heats = new QActionGroup(this);
    const auto heat = [&](const char* id, const QString& text, Heat kind) {
        QAction* action = add(id, text, none, "", [this, kind] { setHeat(kind); });
        action->setCheckable(true);
        action->setChecked(kind == m_heat);
        heats->addAction(action);
    };
    heat("design.heat.none", tr("No heat"), Heat::None);
    heat("design.heat.parameters", tr("Heat: parameters"), Heat::Parameters);
    heat("design.heat.flops", tr("Heat: FLOPs"), Heat::Flops);
    heat("design.heat.memory", tr("Heat: activation memory"), Heat::Memory);
    heat("design.heat.time", tr("Heat: time of a step"), Heat::Time);
    for (int figure = 0; figure < inspector::figures; ++figure) {
        QAction* action = add(QStringLiteral("design.heat.seen%1").arg(figure).toUtf8().constData(),
                              tr("Seen in training: %1").arg(figureTitle(static_cast<inspector::Figure>(figure))), none, "",
                              [this, figure] { showFigure(static_cast<inspector::Figure>(figure)); });
        action->setCheckable(true);
        heats->addAction(action);
    }
    m_context.commands.add(QStringLiteral("design.graph"), tr("Show the graph that runs"),
                           [this] { m_frame->setOpen(QStringLiteral("graph"), !m_frame->isOpen(QStringLiteral("graph"))); },
                           {Qt::CTRL | Qt::SHIFT | Qt::Key_H, QStringLiteral("fork"), {}, this});
    add("design.export.svg", tr("Export the drawing as SVG…"), none, "export", [this] { exportAs(QStringLiteral("svg")); });
    add("design.export.png", tr("Export the drawing as PNG…"), none, "export", [this] { exportAs(QStringLiteral("png")); });
    add("design.export.pdf", tr("Export the drawing as PDF…"), none, "export", [this] { exportAs(QStringLiteral("pdf")); });
}

void DesignPage::contextMenu(const QPoint& global, const QString& node)
{
    QMenu menu;
    const auto add = [&](std::initializer_list<const char*> ids) {
        for (const char* id : ids)
            if (QAction* action = m_context.commands.find(QString::fromLatin1(id))) menu.addAction(action);
        menu.addSeparator();
    };
    const Model* here = model();
    const LayerNode* layer = here ? here->find(node.toStdString()) : nullptr;
    if (node.isEmpty()) {
        add({"design.add", "design.paste", "design.comment"});
        add({"design.all", "design.layout", "design.fit"});
        if (!m_path.empty()) add({"design.up"});
    } else if (layer) {
        if (layer->model) add({"design.open", "design.ungroup"});
        add({"design.rename", "design.mute", "design.freeze", "design.group", "design.frame"});
        add({"design.cut", "design.copy", "design.paste", "design.duplicate", "design.delete"});
        if (selectedLayers().size() > 1)
            add({"design.connect", "design.align.left", "design.align.centre", "design.align.top", "design.distribute"});
        if (selectedLayers().size() == 1) add({"design.help"});
    } else {
        return; // data and loss are edited in the panel
    }
    menu.exec(global);
}

void DesignPage::copy()
{
    const Model* here = model();
    const editing::Names names = selectedLayers();
    if (!here || names.empty()) return;
    Model placed = *here;
    place(placed, {});
    QApplication::clipboard()->setText(QString::fromStdString(editing::copyText(placed, names)));
}

void DesignPage::paste()
{
    const std::optional<Model> what = editing::modelFromText(QApplication::clipboard()->text().toStdString());
    if (!what) return say(tr("The clipboard holds no layers."));
    const QPointF at = geometry::snapped(m_canvas->insertionPoint() - QPointF(93, 32));
    editing::Names names;
    m_context.project.edit(tr("Paste %n layer(s)", nullptr, static_cast<int>(what->layers.size())), [&](Document& document) {
        editing::editModel(document, m_path, [&](Model& m) { names = editing::paste(m, *what, at.x(), at.y()); });
    });
    select(names);
}

void DesignPage::duplicate()
{
    const Model* here = model();
    const editing::Names names = selectedLayers();
    if (!here || names.empty()) return;
    QRectF box;
    for (const auto& item : m_canvas->store().nodes())
        if (item.selected && !item.view.fixed) box |= item.rect;
    const std::optional<Model> what = editing::modelFromText(editing::copyText(*here, names));
    if (!what) return;
    const QPointF at = geometry::snapped(box.topLeft() + QPointF(box.width() + 48, 0));
    editing::Names made;
    m_context.project.edit(tr("Duplicate %n layer(s)", nullptr, static_cast<int>(names.size())), [&](Document& document) {
        editing::editModel(document, m_path, [&](Model& m) { made = editing::paste(m, *what, at.x(), at.y()); });
    });
    select(made);
}

void DesignPage::groupSelected()
{
    const Model* here = model();
    const editing::Names names = selectedLayers();
    if (!here) return;
    if (const std::string problem = editing::groupProblem(*here, names); !problem.empty()) return say(QString::fromStdString(problem));
    std::string made;
    m_context.project.edit(tr("Group %n layer(s)", nullptr, static_cast<int>(names.size())), [&](Document& document) {
        editing::editModel(document, m_path, [&](Model& m) { place(m, {}); }); // the group stands where its layers are seen
        made = editing::group(document, m_path, names);
    });
    select({made});
}

void DesignPage::ungroupSelected()
{
    const Model* here = model();
    if (!here) return;
    editing::Names groups, freed;
    for (const std::string& name : selectedLayers())
        if (const LayerNode* layer = here->find(name); layer && layer->model) groups.insert(name);
    if (groups.empty()) return say(tr("Select a group to open it up."));
    m_context.project.edit(tr("Ungroup %1").arg(QString::fromStdString(*groups.begin())), [&](Document& document) {
        for (const std::string& name : groups) freed.merge(editing::ungroup(document, m_path, name));
    });
    select(freed);
}

/// On for all, unless it is on for all already.
void DesignPage::toggle(bool LayerNode::*flag, const QString& on, const QString& off)
{
    const Model* here = model();
    const editing::Names names = selectedLayers();
    if (!here || names.empty()) return;
    const bool set =
        std::any_of(here->layers.begin(), here->layers.end(), [&](const LayerNode& l) { return names.count(l.name) && !(l.*flag); });
    const QString who =
        names.size() == 1 ? QString::fromStdString(*names.begin()) : tr("%n layers", nullptr, static_cast<int>(names.size()));
    m_context.project.edit((set ? on : off).arg(who), [&](Document& document) {
        editing::editModel(document, m_path, [&](Model& m) {
            for (LayerNode& layer : m.layers)
                if (names.count(layer.name) && layer.type != "Input" && layer.type != "Output") layer.*flag = set;
        });
    });
}

/// Vertical: one column; horizontal: one row. Distributed: with even steps along the flow.
void DesignPage::align(Qt::Orientation orientation, bool distribute)
{
    QList<Placement> places;
    for (const auto& item : m_canvas->store().nodes())
        if (item.selected && !item.view.fixed) places.append({item.view.id, item.view.position});
    if (places.size() < 2) return say(tr("Select two or more layers first."));
    if (!distribute) {
        double least = 1e300;
        for (const Placement& place : places)
            least = std::min(least, orientation == Qt::Vertical ? place.position.x() : place.position.y());
        for (Placement& place : places) orientation == Qt::Vertical ? place.position.setX(least) : place.position.setY(least);
        return move(places, orientation == Qt::Vertical ? tr("Align left edges") : tr("Align top edges"));
    }
    const bool down = m_canvas->flow() == Flow::Down;
    std::sort(places.begin(), places.end(), [down](const Placement& a, const Placement& b) {
        return down ? a.position.y() < b.position.y() : a.position.x() < b.position.x();
    });
    const QPointF first = places.front().position, last = places.back().position;
    for (qsizetype i = 1; i + 1 < places.size(); ++i) {
        const QPointF at = geometry::snapped(first + (last - first) * (double(i) / double(places.size() - 1)));
        if (down) places[i].position.setY(at.y());
        else places[i].position.setX(at.x());
    }
    move(places, tr("Distribute evenly"));
}

void DesignPage::addNote(bool frame)
{
    constexpr double side = 24, title = 40;
    QRectF box(geometry::snapped(m_canvas->insertionPoint()), QSizeF(200, 64));
    QRectF selected;
    for (const auto& item : m_canvas->store().nodes())
        if (item.selected && !item.view.fixed) selected |= item.rect;
    if (frame) {
        if (selected.isEmpty()) return say(tr("Select the layers to frame first."));
        box = selected.adjusted(-side, -title, side, side);
    } else if (!selected.isEmpty()) { // beside what it speaks of
        box.moveTopLeft(selected.topRight() + QPointF(side, 0));
    }
    const Note note{frame ? tr("Frame").toStdString() : tr("Double click to write").toStdString(),
                    {box.x(), box.y(), box.width(), box.height()},
                    frame};
    std::size_t made = 0;
    m_context.project.edit(frame ? tr("Frame layers") : tr("Add a comment"), [&](Document& document) {
        editing::editModel(document, m_path, [&](Model& m) {
            place(m, {});
            made = m.notes.size();
            m.notes.push_back(note);
        });
    });
    m_canvas->editNote(QStringLiteral("note%1").arg(made));
}

void DesignPage::arrange()
{
    if (const Model* here = model(); here && !here->layers.empty()) {
        if (here->layers.size() > 300) say(tr("Arranging…"));
        m_layout->start(*here, m_canvas->flow());
    }
}

/// From above to below, each output to the first free input of the next.
void DesignPage::connectSelected()
{
    const Model* here = model();
    std::vector<const CanvasStore::NodeItem*> nodes;
    for (const auto& item : m_canvas->store().nodes())
        if (item.selected) nodes.push_back(&item);
    if (!here || nodes.size() < 2) return say(tr("Select two or more layers first."));
    const bool down = m_canvas->flow() == Flow::Down;
    std::sort(nodes.begin(), nodes.end(), [down](const auto* a, const auto* b) {
        return down ? a->view.position.y() < b->view.position.y() : a->view.position.x() < b->view.position.x();
    });
    std::vector<Wire> wires;
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
        const std::string from = nodes[i]->view.id.toStdString(), to = nodes[i + 1]->view.id.toStdString();
        const LayerNode* target = here->find(to);
        const int port = target ? editing::freeInput(*here, *target, !m_path.empty()) : 0;
        const Wire wire{{from, 0}, {to, target && target->type == "Input" ? 0 : port}};
        if (wire.to.port < 0) return say(tr("%1 has no free input.").arg(nodes[i + 1]->view.title));
        if (const QString reason = FitCheck(m_context.project.document(), m_path, m_check.get()).reason(wire); !reason.isEmpty())
            return say(reason);
        wires.push_back(wire);
    }
    const std::vector<std::string> names = fields();
    m_context.project.edit(tr("Connect %n layers", nullptr, static_cast<int>(nodes.size())), [&](Document& document) {
        for (const Wire& wire : wires) editing::connect(document, m_path, wire, names);
    });
}

void DesignPage::exportAs(const QString& suffix)
{
    const QString suggested = QFileInfo(m_context.project.title()).completeBaseName() + QLatin1Char('.') + suffix;
    auto* dialog = new QFileDialog(this, tr("Export the drawing"), {}, QStringLiteral("*.%1").arg(suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(suggested);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const QString problem = exportDrawing(*m_canvas, path);
        say(problem.isEmpty() ? tr("Exported to %1").arg(path) : problem);
    });
    dialog->open();
}

void DesignPage::showFigure(inspector::Figure figure)
{
    m_heatBar->setFigure(figure);
    setHeat(Heat::Seen);
}

void DesignPage::setHeat(Heat heat)
{
    m_heat = heat;
    refresh();
}

} // namespace ds::ui
