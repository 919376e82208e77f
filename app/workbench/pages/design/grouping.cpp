// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/grouping.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

#include "core/base/json.h"

namespace ds::ui::editing {

namespace {

constexpr double above = 112; // between a group's layers and its Inputs and Outputs

struct Box {
    double left = 1e300, top = 1e300, right = -1e300, bottom = -1e300;
    bool empty() const { return left > right; }
};

Box boxOf(const Model& model, const Names* names)
{
    Box box;
    for (const LayerNode& layer : model.layers) {
        if ((names && !names->count(layer.name)) || layer.position.size() != 2) continue;
        box.left = std::min(box.left, layer.position[0]);
        box.right = std::max(box.right, layer.position[0]);
        box.top = std::min(box.top, layer.position[1]);
        box.bottom = std::max(box.bottom, layer.position[1]);
    }
    if (box.empty()) box = {0, 0, 0, 0};
    return box;
}

/// A port of the group: who is on the other side, and the layer inside.
struct Crossing {
    Endpoint end;
    std::string name;
};

int portFor(std::vector<Crossing>& ports, const Endpoint& end, const Model& inner, const std::string& wanted)
{
    for (std::size_t i = 0; i < ports.size(); ++i)
        if (ports[i].end == end) return static_cast<int>(i);
    Model named = inner; // names of earlier ports count, too
    for (const Crossing& port : ports) named.layers.push_back({.name = port.name, .type = "Input"});
    ports.push_back({end, uniqueName(named, wanted)});
    return static_cast<int>(ports.size()) - 1;
}

} // namespace

std::string groupProblem(const Model& model, const Names& names)
{
    if (names.empty()) return "Select the layers to group first.";
    for (const LayerNode& layer : model.layers)
        if (names.count(layer.name) && (layer.type == "Input" || layer.type == "Output"))
            return "Input and Output layers cannot be part of a group. Leave out " + layer.name + ".";
    // A path that leaves the group and comes back would make a circle.
    Names behind;
    for (bool more = true; more;) {
        more = false;
        for (const Wire& wire : model.wires) {
            const bool fromOutside = !names.count(wire.from.layer);
            if (fromOutside && !behind.count(wire.from.layer)) continue;
            if (!names.count(wire.to.layer)) more = behind.insert(wire.to.layer).second || more;
            else if (fromOutside) return "A wire leaves these layers and comes back by way of " + wire.from.layer + ". Select that, too.";
        }
    }
    return {};
}

std::string group(Document& document, const ModelPath& path, const Names& names)
{
    const Model* outer = modelAt(document, path);
    if (!outer || !groupProblem(*outer, names).empty()) return {};
    std::string name = uniqueName(*outer, "group1");
    const AttrValue* value = path.empty() ? document.loss.attrs.find("prediction") : nullptr;
    const auto* prediction = value ? std::get_if<std::string>(value) : nullptr;
    const Endpoint predicted = prediction ? endpointFromText(*prediction) : Endpoint{};
    const bool predicts = prediction && names.count(predicted.layer);
    int predictedPort = 0;

    editModel(document, path, [&](Model& model) {
        Model inner;
        for (const LayerNode& layer : model.layers)
            if (names.count(layer.name)) inner.layers.push_back(layer);
        std::vector<Crossing> inputs, outputs;
        std::vector<Wire> outerWires, innerWires, inputWires;
        for (const Wire& wire : model.wires) {
            const bool from = names.count(wire.from.layer), to = names.count(wire.to.layer);
            if (from && to) {
                innerWires.push_back(wire);
            } else if (to) {
                const std::size_t known = inputs.size();
                const int port = portFor(inputs, wire.from, inner, "in");
                inputWires.push_back({{inputs[static_cast<std::size_t>(port)].name, 0}, wire.to});
                if (inputs.size() > known) outerWires.push_back({wire.from, {name, port}});
            } else if (from) {
                outerWires.push_back({{name, portFor(outputs, wire.from, inner, "out")}, wire.to});
            } else {
                outerWires.push_back(wire);
            }
        }
        if (predicts) predictedPort = portFor(outputs, predicted, inner, "out");
        if (outputs.empty()) // what nothing follows still has a result
            for (const LayerNode& layer : inner.layers) {
                const bool used =
                    std::any_of(innerWires.begin(), innerWires.end(), [&](const Wire& w) { return w.from.layer == layer.name; });
                if (!used && !portsOf(layer, true).outputs.empty()) portFor(outputs, {layer.name, 0}, inner, "out");
            }
        const Box box = boxOf(model, &names);
        std::vector<LayerNode> inputLayers;
        for (std::size_t i = 0; i < inputs.size(); ++i)
            inputLayers.push_back(
                {.name = inputs[i].name, .type = "Input", .position = {box.left + 232.0 * static_cast<double>(i), box.top - above}});
        inner.layers.insert(inner.layers.begin(), inputLayers.begin(), inputLayers.end());
        inner.wires = std::move(inputWires);
        inner.wires.insert(inner.wires.end(), innerWires.begin(), innerWires.end());
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            const double x = box.left + 232.0 * static_cast<double>(i);
            inner.layers.push_back({.name = outputs[i].name, .type = "Output", .position = {x, box.bottom + above}});
            inner.wires.push_back({outputs[i].end, {outputs[i].name, 0}});
        }
        LayerNode composite{.name = name, .type = "Composite", .model = std::make_shared<Model>(std::move(inner))};
        const auto first =
            std::find_if(model.layers.begin(), model.layers.end(), [&](const LayerNode& l) { return names.count(l.name) > 0; });
        if (first->position.size() == 2) composite.position = {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
        model.layers.insert(first, composite);
        std::erase_if(model.layers, [&](const LayerNode& layer) { return names.count(layer.name) > 0; });
        model.wires = std::move(outerWires);
    });
    if (predicts) document.loss.attrs.set("prediction", endpointText({name, predictedPort}));
    return name;
}

Names ungroup(Document& document, const ModelPath& path, const std::string& composite)
{
    const Model* outer = modelAt(document, path);
    const LayerNode* node = outer ? outer->find(composite) : nullptr;
    if (!node || !node->model) return {};
    const LayerNode folded = *node;
    const Model& inner = *folded.model;
    Model without = *outer;
    std::erase_if(without.layers, [&](const LayerNode& layer) { return layer.name == composite; });
    std::map<std::string, std::string> renamed;
    std::vector<std::string> inputs, outputs; // of the group, in the order of its ports
    std::vector<LayerNode> freed;
    Names names;
    for (const LayerNode& layer : inner.layers) {
        if (layer.type == "Input") inputs.push_back(layer.name);
        else if (layer.type == "Output") outputs.push_back(layer.name);
        else {
            LayerNode free = layer;
            free.name = uniqueName(without, layer.name);
            free.frozen = free.frozen || folded.frozen;
            free.muted = free.muted || folded.muted;
            renamed[layer.name] = free.name;
            without.layers.push_back(free);
            freed.push_back(free);
            names.insert(free.name);
        }
    }
    const auto outside = [&](const std::string& input) -> const Endpoint* { // what feeds an Input
        for (std::size_t i = 0; i < inputs.size(); ++i)
            for (const Wire& wire : outer->wires)
                if (inputs[i] == input && wire.to == Endpoint{composite, static_cast<int>(i)}) return &wire.from;
        return nullptr;
    };
    const auto source = [&](const Endpoint& end) -> std::optional<Endpoint> { // of a wire inside, seen from outside
        if (const auto at = renamed.find(end.layer); at != renamed.end()) return Endpoint{at->second, end.port};
        const Endpoint* from = outside(end.layer);
        return from ? std::optional(*from) : std::nullopt;
    };
    const auto result = [&](int port) -> std::optional<Endpoint> {
        if (port < 0 || port >= static_cast<int>(outputs.size())) return std::nullopt;
        for (const Wire& wire : inner.wires)
            if (wire.to.layer == outputs[static_cast<std::size_t>(port)]) return source(wire.from);
        return std::nullopt;
    };
    editModel(document, path, [&](Model& model) {
        std::vector<Wire> wires;
        for (const Wire& wire : model.wires) {
            if (wire.to.layer == composite) continue;
            if (wire.from.layer != composite) wires.push_back(wire);
            else if (const auto from = result(wire.from.port)) wires.push_back({*from, wire.to});
        }
        for (const Wire& wire : inner.wires)
            if (const auto to = renamed.find(wire.to.layer); to != renamed.end())
                if (const auto from = source(wire.from)) wires.push_back({*from, {to->second, wire.to.port}});
        model.wires = std::move(wires);
        const auto at = std::find_if(model.layers.begin(), model.layers.end(), [&](const LayerNode& l) { return l.name == composite; });
        model.layers.insert(model.layers.erase(at), freed.begin(), freed.end());
    });
    if (const AttrValue* value = path.empty() ? document.loss.attrs.find("prediction") : nullptr)
        if (const auto* text = std::get_if<std::string>(value); text && endpointFromText(*text).layer == composite) {
            if (const auto from = result(endpointFromText(*text).port)) document.loss.attrs.set("prediction", endpointText(*from));
            else document.loss.attrs.erase("prediction");
        }
    return names;
}

std::string copyText(const Model& model, const Names& names)
{
    Document carrier; // its form is that of project files
    for (const LayerNode& layer : model.layers)
        if (names.count(layer.name)) carrier.model.layers.push_back(layer);
    for (const Wire& wire : model.wires)
        if (names.count(wire.from.layer) && names.count(wire.to.layer)) carrier.model.wires.push_back(wire);
    return writeJson(documentToJson(carrier)["model"]);
}

std::optional<Model> modelFromText(const std::string& text)
{
    const Result<Json> json = parseJson(text, "clipboard");
    if (!json || !json.value().is_object() || !json.value().contains("layers")) return std::nullopt;
    Json document = documentToJson(Document{});
    document["model"] = json.value();
    if (!document["model"].contains("wires")) document["model"]["wires"] = Json::array();
    Model model = documentFromJson(document).document.model;
    std::erase_if(model.layers, [](const LayerNode& layer) { return layer.name.empty() || layer.type.empty(); });
    return model.layers.empty() ? std::nullopt : std::optional(std::move(model));
}

Names paste(Model& model, const Model& what, double x, double y)
{
    const Box box = boxOf(what, nullptr);
    std::map<std::string, std::string> renamed;
    Names names;
    double unplaced = 0;
    for (LayerNode layer : what.layers) {
        const std::string name = uniqueName(model, layer.name);
        renamed[layer.name] = name;
        names.insert(name);
        layer.name = name;
        if (layer.position.size() == 2) layer.position = {layer.position[0] - box.left + x, layer.position[1] - box.top + y};
        else layer.position = {x, y + above * unplaced++};
        model.layers.push_back(std::move(layer));
    }
    for (const Wire& wire : what.wires) {
        const auto from = renamed.find(wire.from.layer), to = renamed.find(wire.to.layer);
        if (from != renamed.end() && to != renamed.end())
            model.wires.push_back({{from->second, wire.from.port}, {to->second, wire.to.port}});
    }
    return names;
}

} // namespace ds::ui::editing
