// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/drawing.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "app/workbench/pages/design/layered_layout.h"
#include "app/workbench/pages/design/words.h"
#include "app/workbench/project/checker.h"
#include "core/layers/layer.h"

namespace ds::ui {

namespace {

/// "3" stands for "3 × 3" where another attribute shows that there are two dimensions.
QString listText(const AttrSpec& spec, const AttrValue& value, const std::vector<AttrSpec>& all)
{
    const auto* numbers = std::get_if<Ints>(&value);
    const auto* single = std::get_if<int64_t>(&value);
    if (spec.type != AttrType::Ints || (!single && !(numbers && numbers->size() == 1))) return words::value(value);
    std::size_t dimensions = 1;
    for (const AttrSpec& other : all)
        if (const auto* fallback = std::get_if<Ints>(&other.fallback); fallback && !other.required && other.type == AttrType::Ints)
            dimensions = std::max(dimensions, fallback->size());
    return words::value(Ints(dimensions, single ? *single : numbers->front()));
}

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

class Drawer {
public:
    Drawer(const DrawingRequest& request, const Model& model)
        : m_document(request.document), m_path(request.path), m_model(model), m_check(request.check), m_problems(request.problems),
          m_heat(request.heat), m_flow(request.flow), m_fields(dataFields(request.document, request.check))
    {
    }

    Drawing draw()
    {
        const std::map<std::string, QPointF> places = placesOf(m_model, m_flow);
        for (const auto& [name, place] : places) m_bounds |= QRectF(place, QSizeF(186, 64));
        badges();
        most();
        if (m_path.empty()) data(places);
        countVariadic();
        m_drawing.nodes.reserve(static_cast<qsizetype>(m_model.layers.size()) + 2);
        for (const LayerNode& layer : m_model.layers) node(layer, places.at(layer.name));
        if (m_path.empty()) loss(places);
        for (const Wire& wire : m_model.wires)
            m_drawing.wires.append(WireView{portRef(wire.from), portRef(wire.to), shapeText(wire.from.layer, wire.from.port)});
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
        if (!m_path.empty()) return; // problems name layers of the top level
        for (const Problem* problem : m_problems) raise(m_badges[problem->layer], *problem);
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
        if (m_heat == Heat::None || !m_check) return;
        for (const LayerNode& layer : m_model.layers)
            if (const auto at = m_check->costs.find(editing::fullName(m_path, layer.name)); at != m_check->costs.end())
                m_most = std::max(m_most, heatOf(at->second, m_heat));
    }

    void countVariadic()
    {
        for (const Wire& wire : m_model.wires) {
            int& most = m_wired[wire.to.layer];
            most = std::max(most, wire.to.port + 1);
        }
    }

    void node(const LayerNode& layer, const QPointF& place)
    {
        NodeView view;
        view.id = QString::fromStdString(layer.name);
        view.title = view.id;
        view.subtitle = subtitleOf(layer);
        view.shape = shapeText(layer.name, 0);
        view.category = QString::fromStdString(categoryOf(layer.type));
        view.muted = layer.muted;
        view.frozen = layer.frozen;
        view.composite = layer.type == "Composite";
        view.position = place;
        const editing::Ports ports = editing::portsOf(layer, !m_path.empty());
        for (const std::string& port : ports.inputs) view.inputs << QString::fromStdString(port);
        for (const std::string& port : ports.outputs) view.outputs << QString::fromStdString(port);
        const auto wired = m_wired.find(layer.name);
        if (ports.variadic) // one more than is wired, to take the next
            while (wired != m_wired.end() && view.inputs.size() <= wired->second) view.inputs << view.inputs.last();
        if (const auto badge = m_badges.find(layer.name); badge != m_badges.end()) view.badge = badge->second;
        if (m_heat != Heat::None && m_check && m_most > 0)
            if (const auto cost = m_check->costs.find(editing::fullName(m_path, layer.name)); cost != m_check->costs.end())
                if (const double heat = heatOf(cost->second, m_heat); heat > 0) view.heat = heat / m_most;
        m_drawing.nodes.append(std::move(view));
    }

    void data(const std::map<std::string, QPointF>& places)
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
        for (const LayerNode& layer : m_model.layers) {
            if (layer.type != "Input") continue;
            sum += places.at(layer.name);
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

    void loss(const std::map<std::string, QPointF>& places)
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
        const auto at = places.find(predicted.layer);
        const QPointF beside = at != places.end() ? at->second : m_bounds.topLeft();
        const bool alone = m_model.layers.empty();
        if (m_flow == Flow::Down) view.position = {beside.x(), alone ? 2 * rowStep : m_bounds.bottom() - 64 + rowStep};
        else view.position = {alone ? 2 * rightStep : m_bounds.right() - 186 + rightStep, beside.y()};
        if (at != places.end())
            m_drawing.wires.append(WireView{portRef(predicted), {view.id, 0}, shapeText(predicted.layer, predicted.port)});
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
    Heat m_heat;
    Flow m_flow;
    std::vector<std::string> m_fields;
    Drawing m_drawing;
    QRectF m_bounds;
    std::map<std::string, Badge> m_badges;
    std::unordered_map<std::string, int> m_wired;
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

std::map<std::string, QPointF> placesOf(const Model& model, Flow flow)
{
    std::map<std::string, QPointF> places;
    bool any = false, all = true;
    double bottom = 0, left = 0;
    for (const LayerNode& layer : model.layers) {
        if (layer.position.size() != 2) {
            all = false;
            continue;
        }
        places[layer.name] = {layer.position[0], layer.position[1]};
        left = any ? std::min(left, layer.position[0]) : layer.position[0];
        bottom = any ? std::max(bottom, layer.position[1]) : layer.position[1];
        any = true;
    }
    if (all) return places;
    const std::map<std::string, QPointF> laidOut = layeredLayout(model, flow);
    if (!any) return laidOut;
    for (const LayerNode& layer : model.layers) // those without a place stand in a row below the others
        if (!places.count(layer.name)) {
            places[layer.name] = {left, bottom + rowStep};
            left += columnStep;
        }
    return places;
}

double heatOf(const LayerCost& cost, Heat heat)
{
    switch (heat) {
    case Heat::Parameters: return static_cast<double>(cost.parameters);
    case Heat::Flops: return cost.flops;
    case Heat::Memory: return cost.activationBytes;
    case Heat::None: break;
    }
    return 0;
}

QString subtitleOf(const LayerNode& layer)
{
    QStringList parts{QString::fromStdString(layer.type)};
    if (layer.type == "Composite") {
        const auto inner = layer.model ? std::count_if(layer.model->layers.begin(), layer.model->layers.end(),
                                                       [](const LayerNode& l) { return l.type != "Input" && l.type != "Output"; })
                                       : 0;
        parts << Design::tr("%n layer(s)", nullptr, static_cast<int>(inner));
    }
    const LayerSpec* spec = findLayer(layer.type);
    if (!spec) {
        for (const auto& [name, value] : layer.attrs) parts << words::value(value);
        return parts.join(QStringLiteral(" · "));
    }
    for (const AttrSpec& attribute : spec->attributes) {
        const AttrValue* value = layer.attrs.find(attribute.name);
        if (!value || (!attribute.required && *value == attribute.fallback)) continue;
        const QString name = words::label(attribute.name).toLower();
        if (const auto* flag = std::get_if<bool>(value)) parts << (*flag ? name : Design::tr("no %1").arg(name));
        else parts << listText(attribute, *value, spec->attributes);
    }
    return parts.join(QStringLiteral(" · "));
}

std::string categoryOf(const std::string& type)
{
    if (type == "Input" || type == "Output") return "data";
    if (type == "Composite") return "composite";
    const LayerSpec* spec = findLayer(type);
    return spec ? std::string(spec->category) : std::string();
}

Drawing drawingOf(const DrawingRequest& request)
{
    const Model* model = editing::modelAt(request.document, request.path);
    return model ? Drawer(request, *model).draw() : Drawing{};
}

} // namespace ds::ui
