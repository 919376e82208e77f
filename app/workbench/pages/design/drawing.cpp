// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/drawing.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "app/workbench/layout/layer_box.h"
#include "app/workbench/layout/layered_layout.h"
#include "app/workbench/pages/design/beside.h"
#include "app/workbench/pages/design/words.h"
#include "app/workbench/project/checker.h"
#include "core/layers/layer.h"
#include "core/train/forecast.h"

namespace ds::ui {

namespace {

Endpoint predictionOf(const Document& document)
{
    const AttrValue* value = document.loss.attrs.find("prediction");
    const auto* text = value ? std::get_if<std::string>(value) : nullptr;
    return text ? editing::endpointFromText(*text) : Endpoint{};
}

std::string textOf(const Attrs& attrs, std::string_view name)
{
    const AttrValue* value = attrs.find(name);
    const auto* text = value ? std::get_if<std::string>(value) : nullptr;
    return text ? *text : std::string();
}

/// What a box shows of a layer, its place aside. Models of composites are never changed, only replaced.
bool sameBox(const LayerNode& a, const LayerNode& b)
{
    return a.name == b.name && a.type == b.type && a.frozen == b.frozen && a.muted == b.muted && a.model == b.model && a.attrs == b.attrs;
}

class Drawer {
public:
    Drawer(const DrawingRequest& request, const Model& model, DrawingCache& cache)
        : m_document(request.document), m_path(request.path), m_model(model), m_check(request.check.get()), m_problems(request.problems),
          m_request(request), m_flow(request.flow), m_fields(dataFields(request.document, request.check.get())), m_cache(cache)
    {
        if (cache.path != request.path) cache = {};
        m_newCheck = cache.check != request.check;
    }

    Drawing draw()
    {
        const std::vector<QPointF> places = placeList(m_model, m_flow);
        for (const QPointF& place : places) m_bounds |= QRectF(place, QSizeF(186, 64));
        badges();
        most();
        if (m_path.empty()) data(places);
        layers(places);
        if (m_path.empty()) loss(places);
        wires();
        m_cache.path = m_path;
        m_cache.check = m_request.check;
        return std::move(m_drawing);
    }

private:
    const LayerShapes* shapes(const std::string& layer) const
    {
        if (!m_check) return nullptr;
        const auto at = m_check->check.lowered.shapes.find(editing::fullName(m_path, layer));
        return at == m_check->check.lowered.shapes.end() ? nullptr : &at->second;
    }
    QString shapeText(const std::string& layer, int port) const
    {
        const LayerShapes* found = shapes(layer);
        if (!found || port >= static_cast<int>(found->outputs.size())) return {};
        return words::shape(found->outputs[static_cast<std::size_t>(port)].shape);
    }

    void badges()
    {
        for (const Problem* problem : m_problems)
            if (const std::string name = editing::nameAt(m_path, problem->layer); !name.empty()) raise(m_badges[name], *problem);
    }
    static void raise(Badge& badge, const Problem& problem)
    {
        if (problem.severity == Problem::Severity::Error) badge = Badge::Error;
        else if (badge == Badge::None) badge = Badge::Suggestion;
    }
    /// Of the boxes that are no layers.
    Badge badgeOf(std::string_view section) const
    {
        Badge badge = Badge::None;
        for (const Problem* problem : m_problems)
            if (problem->layer.empty() && problem->field.rfind(section, 0) == 0) raise(badge, *problem);
        return badge;
    }

    void most()
    {
        if (m_request.heat == Heat::None || m_request.heat == Heat::Seen) return;
        for (const LayerNode& layer : m_model.layers) m_most = std::max(m_most, heatOf(m_request, editing::fullName(m_path, layer.name)));
    }

    LayerHeat warmthOf(const std::string& path) const
    {
        if (m_request.heat == Heat::Seen) return seenOf(path);
        const double heat = m_most > 0 ? heatOf(m_request, path) : 0;
        if (heat <= 0) return {};
        const QString figure = m_request.heat == Heat::Time     ? words::time(heat)
                               : m_request.heat == Heat::Memory ? words::bytes(heat)
                                                                : words::amount(heat);
        return {heat / m_most, figure};
    }

    /// A composite is as warm as the warmest layer in it.
    LayerHeat seenOf(const std::string& path) const
    {
        if (!m_request.seen) return {};
        if (const auto at = m_request.seen->find(path); at != m_request.seen->end()) return at->second;
        LayerHeat most;
        for (auto at = m_request.seen->lower_bound(path + "/"); at != m_request.seen->end() && at->first.starts_with(path + "/"); ++at)
            if (at->second.warmth > most.warmth) most = at->second;
        return most;
    }

    void layers(const std::vector<QPointF>& places)
    {
        const std::vector<LayerNode>& list = m_model.layers;
        std::vector<DrawingCache::Layer>& before = m_cache.layers;
        std::vector<DrawingCache::Layer> now(list.size());
        Beside beside(before.size());
        const auto sameName = [&](std::size_t i, std::size_t j) { return list[i].name == before[j].node.name; };
        m_drawing.nodes.reserve(static_cast<qsizetype>(list.size()) + 2);
        std::vector<std::size_t> variadic;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const int old = beside.find(i, list.size(), sameName);
            if (old >= 0) now[i] = std::move(before[static_cast<std::size_t>(old)]);
            fill(now[i], list[i]);
            NodeView view = now[i].view;
            view.position = places[i];
            if (!m_badges.empty())
                if (const auto badge = m_badges.find(list[i].name); badge != m_badges.end()) view.badge = badge->second;
            if (m_request.heat != Heat::None) {
                const LayerHeat heat = warmthOf(editing::fullName(m_path, list[i].name));
                view.heat = heat.warmth;
                view.figure = heat.figure;
            }
            m_drawing.nodes.append(std::move(view));
            if (now[i].variadic) variadic.push_back(i);
        }
        before = std::move(now);
        offerFreePorts(variadic);
    }

    /// Brings what is known of a layer up to date.
    void fill(DrawingCache::Layer& known, const LayerNode& layer)
    {
        const bool same = known.node.type == layer.type && sameBox(known.node, layer);
        if (!same) {
            known = {layer, {}, boxOf(layer), false};
            known.variadic = editing::portsOf(layer, !m_path.empty()).variadic;
        }
        if (same && !m_newCheck) return;
        const LayerShapes* found = shapes(layer.name);
        static const std::vector<TensorType> none;
        const std::vector<TensorType>& outputs = found ? found->outputs : none;
        if (same && outputs == known.outputs) return;
        known.outputs = outputs;
        known.view.shape = outputs.empty() ? QString() : words::shape(outputs.front().shape);
        m_reshaped.insert(layer.name);
    }

    NodeView boxOf(const LayerNode& layer) const
    {
        NodeView view;
        view.id = QString::fromStdString(layer.name);
        view.title = view.id;
        view.subtitle = subtitleOf(layer);
        view.category = QString::fromStdString(categoryOf(layer.type));
        view.muted = layer.muted;
        view.frozen = layer.frozen;
        view.composite = layer.type == "Composite";
        const editing::Ports ports = editing::portsOf(layer, !m_path.empty());
        for (const std::string& port : ports.inputs) view.inputs << QString::fromStdString(port);
        for (const std::string& port : ports.outputs) view.outputs << QString::fromStdString(port);
        return view;
    }

    /// Variadic ports: one more than is wired, to take the next.
    void offerFreePorts(const std::vector<std::size_t>& variadic)
    {
        if (variadic.empty()) return;
        std::unordered_map<std::string, int> wired;
        for (const std::size_t i : variadic) wired[m_model.layers[i].name] = 0;
        for (const Wire& wire : m_model.wires)
            if (const auto at = wired.find(wire.to.layer); at != wired.end()) at->second = std::max(at->second, wire.to.port + 1);
        for (const std::size_t i : variadic) {
            const qsizetype first = m_path.empty() ? 1 : 0; // behind the box of the data
            QStringList& inputs = m_drawing.nodes[static_cast<qsizetype>(i) + first].inputs;
            while (inputs.size() <= wired[m_model.layers[i].name]) inputs << inputs.last();
        }
    }

    void wires()
    {
        const std::vector<Wire>& list = m_model.wires;
        const std::vector<Wire>& before = m_cache.wires;
        Beside beside(before.size());
        const auto same = [&](std::size_t i, std::size_t j) { return list[i] == before[j]; };
        QList<WireView> views;
        views.reserve(static_cast<qsizetype>(list.size()));
        for (std::size_t i = 0; i < list.size(); ++i) {
            const Wire& wire = list[i];
            const int old = beside.find(i, list.size(), same);
            if (old >= 0 && (m_reshaped.empty() || !m_reshaped.count(wire.from.layer))) views.append(m_cache.wireViews[old]);
            else views.append({portRef(wire.from), portRef(wire.to), shapeText(wire.from.layer, wire.from.port)});
        }
        if (m_cache.wires != list) m_cache.wires = list;
        m_cache.wireViews = views;
        m_drawing.wires += views;
    }

    void data(const std::vector<QPointF>& places)
    {
        NodeView view;
        view.id = QString::fromLatin1(editing::dataId);
        view.title = Design::tr("Data");
        view.category = QStringLiteral("data");
        view.icon = QStringLiteral("data");
        view.fixed = true;
        for (const std::string& field : m_fields) view.outputs << QString::fromStdString(field);
        if (m_document.train.type.empty()) {
            view.subtitle = Design::tr("Choose where the data come from");
        } else {
            view.subtitle = QString::fromStdString(m_document.train.type);
            if (m_check && m_check->check.data.train) {
                view.subtitle += Design::tr(" · %1 samples").arg(words::number(m_check->check.data.train->size()));
                const std::vector<Field>& fields = m_check->check.data.train->fields();
                if (!fields.empty()) view.shape = words::shape(fields.front().type.shape);
            }
        }
        view.badge = badgeOf("data");
        QPointF sum;
        double count = 0;
        for (std::size_t i = 0; i < m_model.layers.size(); ++i) {
            const LayerNode& layer = m_model.layers[i];
            if (layer.type != "Input") continue;
            sum += places[i];
            ++count;
            const std::string field = textOf(layer.attrs, "field");
            if (const int port = fieldPort(field); port >= 0)
                m_drawing.wires.append(WireView{{view.id, port}, {QString::fromStdString(layer.name), 0}, shapeText(layer.name, 0)});
        }
        const QPointF middle = count > 0 ? sum / count : m_bounds.topLeft();
        if (m_flow == Flow::Down) view.position = {std::round(middle.x() / 8) * 8, m_bounds.top() - (m_model.layers.empty() ? 0 : rowStep)};
        else view.position = {m_bounds.left() - (m_model.layers.empty() ? 0 : rightStep), std::round(middle.y() / 8) * 8};
        m_drawing.nodes.append(view);
    }

    int fieldPort(const std::string& field) const
    {
        const auto at = std::find(m_fields.begin(), m_fields.end(), field);
        return field.empty() || at == m_fields.end() ? -1 : static_cast<int>(at - m_fields.begin());
    }

    void loss(const std::vector<QPointF>& places)
    {
        NodeView view;
        view.id = QString::fromLatin1(editing::lossId);
        view.title = Design::tr("Loss");
        view.category = QStringLiteral("loss");
        view.fixed = true;
        view.inputs = QStringList{QStringLiteral("prediction"), QStringLiteral("target")};
        view.subtitle = m_document.loss.type.empty() ? Design::tr("Choose a loss") : QString::fromStdString(m_document.loss.type);
        for (const auto& [name, value] : m_document.loss.attrs)
            if (name != "prediction" && name != "target")
                view.subtitle += QStringLiteral(" · ") + words::label(name).toLower() + QLatin1Char(' ') + words::value(value);
        view.shape = words::shape({});
        view.badge = badgeOf("loss");
        const Endpoint predicted = predictionOf(m_document);
        const auto at = std::find_if(m_model.layers.begin(), m_model.layers.end(),
                                     [&](const LayerNode& layer) { return layer.name == predicted.layer; });
        const bool known = at != m_model.layers.end();
        const QPointF beside = known ? places[static_cast<std::size_t>(at - m_model.layers.begin())] : m_bounds.topLeft();
        const bool alone = m_model.layers.empty();
        if (m_flow == Flow::Down) view.position = {beside.x(), alone ? 2 * rowStep : m_bounds.bottom() - 64 + rowStep};
        else view.position = {alone ? 2 * rightStep : m_bounds.right() - 186 + rightStep, beside.y()};
        if (known) m_drawing.wires.append(WireView{portRef(predicted), {view.id, 0}, shapeText(predicted.layer, predicted.port)});
        if (const int port = fieldPort(textOf(m_document.loss.attrs, "target")); port >= 0) {
            QString label = QString::fromStdString(m_fields[static_cast<std::size_t>(port)]);
            m_drawing.wires.append(WireView{{QString::fromLatin1(editing::dataId), port}, {view.id, 1}, label});
        }
        m_drawing.nodes.append(view);
    }

    const Document& m_document;
    const editing::ModelPath& m_path;
    const Model& m_model;
    const CheckResult* m_check;
    const std::vector<const Problem*>& m_problems;
    const DrawingRequest& m_request;
    Flow m_flow;
    std::vector<std::string> m_fields;
    Drawing m_drawing;
    QRectF m_bounds;
    std::map<std::string, Badge> m_badges;
    std::unordered_set<std::string> m_reshaped; ///< layers whose outputs are not what they were
    DrawingCache& m_cache;
    bool m_newCheck = false;
    double m_most = 0;
};

} // namespace

std::vector<std::string> dataFields(const Document& document, const CheckResult* check)
{
    std::vector<std::string> fields;
    if (check && check->check.data.train)
        for (const Field& field : check->check.data.train->fields()) fields.push_back(field.name);
    const auto add = [&](const std::string& name) { // what the document uses stays visible even if the data lack it
        if (!name.empty() && std::find(fields.begin(), fields.end(), name) == fields.end()) fields.push_back(name);
    };
    for (const LayerNode& layer : document.model.layers)
        if (layer.type == "Input") add(textOf(layer.attrs, "field"));
    add(textOf(document.loss.attrs, "target"));
    return fields;
}

std::vector<QPointF> placeList(const Model& model, Flow flow)
{
    std::vector<QPointF> places(model.layers.size());
    bool any = false, all = true;
    double bottom = 0, left = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::vector<double>& position = model.layers[i].position;
        if (position.size() != 2) {
            all = false;
            continue;
        }
        places[i] = {position[0], position[1]};
        left = any ? std::min(left, position[0]) : position[0];
        bottom = any ? std::max(bottom, position[1]) : position[1];
        any = true;
    }
    if (all) return places;
    const std::map<std::string, QPointF> laidOut = any ? std::map<std::string, QPointF>() : layeredLayout(model, flow);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (model.layers[i].position.size() == 2) continue;
        if (!any) {
            places[i] = laidOut.at(model.layers[i].name);
            continue;
        }
        places[i] = {left, bottom + rowStep}; // those without a place stand in a row below the others
        left += columnStep;
    }
    return places;
}

std::map<std::string, QPointF> placesOf(const Model& model, Flow flow)
{
    const std::vector<QPointF> list = placeList(model, flow);
    std::map<std::string, QPointF> places;
    for (std::size_t i = 0; i < list.size(); ++i) places[model.layers[i].name] = list[i];
    return places;
}

double heatOf(const DrawingRequest& request, const std::string& path)
{
    if (request.heat == Heat::Time) {
        if (!request.forecast) return 0;
        const auto cost = request.forecast->costs.find(path);
        return cost == request.forecast->costs.end() ? 0 : cost->second.seconds;
    }
    if (!request.check) return 0;
    const auto at = request.check->costs.find(path);
    if (at == request.check->costs.end()) return 0;
    const LayerCost& cost = at->second;
    switch (request.heat) {
    case Heat::Parameters: return static_cast<double>(cost.parameters);
    case Heat::Flops: return cost.flops;
    case Heat::Memory: return cost.activationBytes;
    case Heat::Time:
    case Heat::Seen:
    case Heat::None: break;
    }
    return 0;
}

Drawing drawingOf(const DrawingRequest& request, DrawingCache& cache)
{
    const Model* model = editing::modelAt(request.document, request.path);
    return model ? Drawer(request, *model, cache).draw() : Drawing{};
}

} // namespace ds::ui
