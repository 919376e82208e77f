// SPDX-License-Identifier: GPL-3.0-or-later
// What the canvas asks for, as edits of the document.
#include <algorithm>

#include "app/workbench/inspection/verdict_problems.h"
#include "app/workbench/layout/layer_box.h"
#include "app/workbench/layout/layered_layout.h"
#include "app/workbench/pages/design/add_popup.h"
#include "app/workbench/pages/design/design_page.h"
#include "app/workbench/pages/design/fit_check.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "widgets/canvas/canvas.h"

namespace ds::ui {

void DesignPage::connectCanvas()
{
    Canvas* c = m_canvas;
    c->setReason([this](const PortRef& from, const PortRef& to) {
        return FitCheck(m_context.project.document(), m_path, m_check.get()).reason({endpoint(from), endpoint(to)});
    });
    connect(c, &Canvas::selectionChanged, this, [this] {
        refreshInspector();
        refreshCallouts();
    });
    connect(c, &Canvas::moved, this, [this](const QList<Placement>& places) {
        move(places,
             places.size() == 1 ? tr("Move %1").arg(places.front().id) : tr("Move %n layers", nullptr, static_cast<int>(places.size())));
    });
    connect(c, &Canvas::connected, this, [this](const PortRef& from, const PortRef& to) {
        wire(tr("Connect %1 to %2").arg(from.node, to.node), {endpoint(from), endpoint(to)}, std::nullopt);
    });
    connect(c, &Canvas::rewired, this, [this](const PortRef& from, const PortRef& old, const PortRef& to) {
        wire(tr("Connect %1 to %2").arg(from.node, to.node), {endpoint(from), endpoint(to)}, Wire{endpoint(from), endpoint(old)});
    });
    connect(c, &Canvas::disconnected, this, [this](const PortRef& from, const PortRef& to) {
        m_context.project.edit(tr("Disconnect %1 from %2").arg(from.node, to.node), [&](Document& d) {
            editing::disconnect(d, m_path, {endpoint(from), endpoint(to)});
        });
    });
    connect(c, &Canvas::insertedOnWire, this, [this](const Placement& node, const PortRef& from, const PortRef& to) {
        const Wire onto{endpoint(from), endpoint(to)};
        const std::vector<std::string> names = fields();
        m_context.project.edit(tr("Insert %1").arg(node.id), [&](Document& d) {
            editing::editModel(d, m_path, [&](Model& m) {
                if (LayerNode* layer = editing::findLayer(m, node.id.toStdString()))
                    layer->position = {node.position.x(), node.position.y()};
            });
            editing::insertOnWire(d, m_path, node.id.toStdString(), onto, names);
        });
    });
    connect(c, &Canvas::wireDropped, this, [this](const PortRef& port, bool fromOutput, const QPointF& scene) {
        Target target;
        const QPointF half(93, fromOutput ? 0 : 64);
        target.place = scene - (m_canvas->flow() == Flow::Down ? half : QPointF(fromOutput ? 0 : 186, 32));
        target.end = endpoint(port);
        target.fromOutput = fromOutput;
        askForLayer({}, target, scene);
    });
    connect(c, &Canvas::deleteRequested, this, &DesignPage::removeSelected);
    connect(c, &Canvas::opened, this, &DesignPage::openComposite);
    connect(c, &Canvas::noteChanged, this, &DesignPage::changeNote);
    connect(c, &Canvas::renamed, this, &DesignPage::renameLayer);
    connect(c, &Canvas::typed, this, &DesignPage::typedOnCanvas);
    connect(c, &Canvas::dropped, this, [this](const QByteArray& data, const QPointF& scene, const QString&, const WireView* onto) {
        droppedOnCanvas(data, scene, onto);
    });
    connect(c, &Canvas::calloutPressed, this, [this](const QString& id, int button) {
        const auto problem = static_cast<std::size_t>(id.toInt());
        if (problem >= m_problems.size() || !isVerdict(*m_problems[problem])) fix(id.toInt(), button);
        else if (button > 0) ignore(id.toInt());
        else if (m_context.show) m_context.show(QStringLiteral("inspect"));
    });
    connect(c, &Canvas::contextMenuRequested, this,
            [this](const QPoint& global, const QPointF&, const QString& node) { contextMenu(global, node); });
}

std::vector<std::string> DesignPage::fields() const { return dataFields(m_context.project.document(), m_check.get()); }

/// Layers that had no place of their own get the one that they are shown at, so that the first move does not scatter them.
void DesignPage::place(Model& model, const QList<Placement>& places) const
{
    std::map<std::string, QPointF> all = placesOf(model, m_canvas->flow());
    for (const Placement& place : places) all[place.id.toStdString()] = place.position;
    for (LayerNode& layer : model.layers)
        if (const auto at = all.find(layer.name); at != all.end()) layer.position = {at->second.x(), at->second.y()};
}

void DesignPage::move(const QList<Placement>& places, const QString& name)
{
    m_context.project.edit(name, [&](Document& document) { editing::editModel(document, m_path, [&](Model& m) { place(m, places); }); });
}

void DesignPage::wire(const QString& name, const Wire& added, const std::optional<Wire>& removed)
{
    const std::vector<std::string> names = fields();
    m_context.project.edit(name, [&](Document& document) {
        if (removed) editing::disconnect(document, m_path, *removed);
        editing::connect(document, m_path, added, names);
    });
}

void DesignPage::removeSelected(const QStringList& nodes, const QList<WireView>& wires, const QString& note)
{
    const int noteIndex = note.isEmpty() ? -1 : QStringView(note).mid(4).toInt();
    editing::Names names;
    for (const QString& id : nodes) names.insert(id.toStdString());
    const QString name = nodes.size() == 1 ? tr("Delete %1").arg(nodes.front())
                         : noteIndex >= 0  ? tr("Delete the note")
                         : nodes.isEmpty() ? tr("Delete %n wire(s)", nullptr, static_cast<int>(wires.size()))
                                           : tr("Delete %n layers", nullptr, static_cast<int>(nodes.size()));
    m_context.project.edit(name, [&](Document& document) {
        for (const WireView& wire : wires) editing::disconnect(document, m_path, {endpoint(wire.from), endpoint(wire.to)});
        editing::removeLayers(document, m_path, names);
        editing::editModel(document, m_path, [&](Model& m) {
            if (noteIndex >= 0 && noteIndex < static_cast<int>(m.notes.size())) m.notes.erase(m.notes.begin() + noteIndex);
        });
    });
}

void DesignPage::renameLayer(const QString& id, const QString& title)
{
    const Model* here = model();
    if (!here || id.startsWith(QLatin1Char(':'))) return;
    const std::string from = id.toStdString(), to = title.toStdString();
    if (const std::string problem = editing::nameProblem(*here, from, to); !problem.empty()) return say(QString::fromStdString(problem));
    m_context.project.edit(tr("Rename %1").arg(id), [&](Document& document) { editing::rename(document, m_path, from, to); });
    m_canvas->select({title});
}

void DesignPage::changeNote(const NoteView& note, const QList<Placement>& taken)
{
    const auto index = QStringView(note.id).mid(4).toULongLong();
    m_context.project.edit(taken.isEmpty() ? tr("Change a note") : tr("Move a frame"), [&](Document& document) {
        editing::editModel(document, m_path, [&](Model& m) {
            if (index < m.notes.size())
                m.notes[index] = {note.text.toStdString(), {note.box.x(), note.box.y(), note.box.width(), note.box.height()}, note.frame};
            place(m, taken);
        });
    });
}

/// After the one layer that is selected, if it gives something.
DesignPage::Target DesignPage::targetFromSelection(const QPointF& fallback) const
{
    Target target;
    const QStringList selected = m_canvas->selection();
    const int node = selected.size() == 1 ? m_canvas->store().find(selected.front()) : -1;
    if (node < 0 || m_canvas->store().node(node).view.outputs.isEmpty()) {
        target.place = geometry::snapped(fallback - QPointF(93, 32));
        return target;
    }
    const QPointF step = m_canvas->flow() == Flow::Down ? QPointF(0, rowStep) : QPointF(rightStep, 0);
    target.place = freePlace(m_canvas->store().node(node).view.position + step);
    target.end = Endpoint{selected.front().toStdString(), 0};
    return target;
}

QPointF DesignPage::freePlace(QPointF place) const
{
    const QPointF aside = m_canvas->flow() == Flow::Down ? QPointF(columnStep, 0) : QPointF(0, rightRowStep);
    const auto taken = [&](int i) { return !m_canvas->store().node(i).view.fixed; }; // data and loss make room by themselves
    for (int tries = 0; tries < 50; ++tries, place += aside) {
        const std::vector<int> there = m_canvas->store().nodesIn(QRectF(place, QSizeF(geometry::nodeWidth, geometry::nodeHeight)));
        if (std::none_of(there.begin(), there.end(), taken)) break;
    }
    return place;
}

void DesignPage::typedOnCanvas(const QString& text, const QPointF& scene) { askForLayer(text, targetFromSelection(scene), scene); }

void DesignPage::askForLayer(const QString& typed, const Target& target, const QPointF& scene)
{
    m_target = target;
    std::function<bool(const QString&)> fits;
    if (target.end) {
        const auto check = std::make_shared<FitCheck>(m_context.project.document(), m_path, m_check.get());
        const auto known = std::make_shared<std::map<QString, bool>>(); // asked again at each letter
        fits = [check, known, keep = m_check, target](const QString& type) {
            const auto at = known->find(type);
            if (at != known->end()) return at->second;
            return (*known)[type] = check->typeFits(type.toStdString(), *target.end, target.fromOutput);
        };
    }
    m_popup->open(m_canvas->mapToGlobal(m_canvas->toView(scene).toPoint()), typed, fits);
}

void DesignPage::droppedOnCanvas(const QByteArray& data, const QPointF& scene, const WireView* onto)
{
    Target target;
    target.place = geometry::snapped(scene - QPointF(93, 32));
    if (onto) target.onto = Wire{endpoint(onto->from), endpoint(onto->to)};
    addLayer(QString::fromUtf8(data), target);
}

void DesignPage::addLayer(const QString& type, const Target& target)
{
    const Model* here = model();
    if (!here) return;
    LayerNode layer = editing::newLayer(*here, type.toStdString(), target.place.x(), target.place.y());
    const std::vector<std::string> names = fields();
    const bool inside = !m_path.empty(), top = m_path.empty();
    const editing::Ports ports = editing::portsOf(layer, inside);
    // An Input that is wired to the data takes the field's name.
    if (type == QLatin1String("Input") && top && target.end && target.end->layer == editing::dataId)
        if (const auto port = static_cast<std::size_t>(target.end->port); port < names.size())
            layer.name = editing::uniqueName(*here, names[port]);
    m_context.project.edit(tr("Add %1").arg(QString::fromStdString(layer.name)), [&](Document& document) {
        editing::editModel(document, m_path, [&](Model& m) {
            place(m, {});
            m.layers.push_back(layer);
        });
        if (target.onto && !ports.inputs.empty() && !ports.outputs.empty()) {
            editing::insertOnWire(document, m_path, layer.name, *target.onto, names);
        } else if (target.end && target.fromOutput && !ports.inputs.empty()) {
            // What was predicted by the layer before is now predicted by the new one.
            const AttrValue* predicted = document.loss.attrs.find("prediction");
            const auto* text = predicted ? std::get_if<std::string>(predicted) : nullptr;
            const bool follows = top && text && *text == editing::endpointText(*target.end) && !ports.outputs.empty();
            editing::connect(document, m_path, {*target.end, {layer.name, 0}}, names);
            if (follows) document.loss.attrs.set("prediction", layer.name);
        } else if (target.end && !target.fromOutput && !ports.outputs.empty()) {
            editing::connect(document, m_path, {{layer.name, 0}, *target.end}, names);
        }
    });
    const QString id = QString::fromStdString(layer.name);
    m_canvas->select({id});
    m_canvas->ensureVisible(id);
    m_canvas->setFocus(Qt::OtherFocusReason);
}

} // namespace ds::ui
