// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/editing.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "core/layers/layer.h"

namespace ds::ui::editing {

namespace {

/// Wires to a variadic port move up where one was taken away: the engine wants no gaps.
void closeGaps(Model& model, const std::string& layer)
{
    const LayerNode* node = model.find(layer);
    const LayerSpec* spec = node ? ds::findLayer(node->type) : nullptr;
    if (!spec || spec->inputs.empty() || spec->inputs.back().kind != PortKind::Variadic) return;
    std::vector<Wire*> wires;
    for (Wire& wire : model.wires)
        if (wire.to.layer == layer && wire.to.port >= static_cast<int>(spec->inputs.size()) - 1) wires.push_back(&wire);
    std::sort(wires.begin(), wires.end(), [](const Wire* a, const Wire* b) { return a->to.port < b->to.port; });
    int port = static_cast<int>(spec->inputs.size()) - 1;
    for (Wire* wire : wires) wire->to.port = port++;
}

/// The Input layer of a data field, made if there is none.
std::string inputFor(Model& model, const std::string& field, const std::string& target)
{
    for (const LayerNode& layer : model.layers)
        if (layer.type == "Input")
            if (const AttrValue* value = layer.attrs.find("field"); value && *value == AttrValue(field)) return layer.name;
    const LayerNode* below = model.find(target);
    LayerNode input{.name = uniqueName(model, field.empty() ? "input" : field), .type = "Input", .attrs = {{"field", field}}};
    if (below && below->position.size() == 2) input.position = {below->position[0], below->position[1] - 112};
    model.layers.insert(model.layers.begin(), input);
    return input.name;
}

std::string stem(const std::string& type)
{
    std::string name;
    for (const char c : type)
        if (std::isalnum(static_cast<unsigned char>(c))) name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    // Conv2d makes conv1, not conv2d1.
    if (name.size() > 2 && name.back() == 'd' && std::isdigit(static_cast<unsigned char>(name[name.size() - 2])))
        name.resize(name.size() - 2);
    return name.empty() ? "layer" : name;
}

} // namespace

const Model* modelAt(const Document& document, const ModelPath& path)
{
    const Model* model = &document.model;
    for (const std::string& name : path) {
        const LayerNode* node = model->find(name);
        if (!node || !node->model) return nullptr;
        model = node->model.get();
    }
    return model;
}

void editModel(Document& document, const ModelPath& path, const std::function<void(Model&)>& change)
{
    Model* model = &document.model;
    for (const std::string& name : path) {
        LayerNode* node = findLayer(*model, name);
        if (!node || !node->model) return;
        auto copy = std::make_shared<Model>(*node->model);
        model = copy.get();
        node->model = std::move(copy);
    }
    change(*model);
}

std::string fullName(const ModelPath& path, const std::string& layer)
{
    std::string full;
    for (const std::string& part : path) full += part + "/";
    return full + layer;
}

std::pair<ModelPath, std::string> splitName(const std::string& full)
{
    ModelPath path;
    std::size_t from = 0;
    for (std::size_t slash = full.find('/'); slash != std::string::npos; slash = full.find('/', from)) {
        path.push_back(full.substr(from, slash - from));
        from = slash + 1;
    }
    return {path, full.substr(from)};
}

std::string nameAt(const ModelPath& path, const std::string& full)
{
    const std::string around = fullName(path, {});
    return full.rfind(around, 0) == 0 ? full.substr(around.size(), full.find('/', around.size()) - around.size()) : std::string();
}

LayerNode* findLayer(Model& model, std::string_view name)
{
    const auto at = std::find_if(model.layers.begin(), model.layers.end(), [&](const LayerNode& layer) { return layer.name == name; });
    return at == model.layers.end() ? nullptr : &*at;
}

Ports portsOf(const LayerNode& layer, bool inside)
{
    if (layer.type == "Input") return {inside ? std::vector<std::string>{} : std::vector<std::string>{"field"}, {"y"}, false};
    if (layer.type == "Output") return {{"x"}, inside ? std::vector<std::string>{} : std::vector<std::string>{"y"}, false};
    Ports ports;
    if (layer.type == "Composite") {
        if (!layer.model) return ports;
        for (const LayerNode& inner : layer.model->layers) {
            if (inner.type == "Input") ports.inputs.push_back(inner.name);
            if (inner.type == "Output") ports.outputs.push_back(inner.name);
        }
        return ports;
    }
    if (const LayerSpec* spec = ds::findLayer(layer.type)) {
        for (const Port& port : spec->inputs) ports.inputs.emplace_back(port.name);
        for (const Port& port : spec->outputs) ports.outputs.emplace_back(port.name);
        ports.variadic = !spec->inputs.empty() && spec->inputs.back().kind == PortKind::Variadic;
    }
    return ports;
}

std::string uniqueName(const Model& model, const std::string& wanted)
{
    Names taken;
    for (const LayerNode& layer : model.layers) taken.insert(layer.name);
    if (!taken.count(wanted)) return wanted;
    std::string base = wanted;
    while (base.size() > 1 && std::isdigit(static_cast<unsigned char>(base.back()))) base.pop_back();
    for (int i = 1;; ++i)
        if (std::string name = base + std::to_string(i); !taken.count(name)) return name;
}

std::string nameProblem(const Model& model, const std::string& layer, const std::string& wanted)
{
    if (wanted.empty() || wanted.find_first_of("/:.\" ") != std::string::npos)
        return "A layer's name must not be empty nor hold / : . \" or spaces.";
    if (wanted != layer && model.find(wanted)) return "There is another layer named " + wanted + ".";
    return {};
}

LayerNode newLayer(const Model& model, const std::string& type, double x, double y)
{
    LayerNode layer;
    layer.type = type;
    layer.position = {x, y};
    const std::string base = stem(type);
    layer.name = uniqueName(model, type == "Input" || type == "Output" ? base : base + "1");
    if (type == "Composite") {
        auto inner = std::make_shared<Model>();
        inner->layers = {{.name = "in", .type = "Input", .position = {0, 0}}, {.name = "out", .type = "Output", .position = {0, 224}}};
        layer.model = inner;
    }
    const LayerSpec* spec = ds::findLayer(type);
    if (!spec) return layer;
    const auto last = std::find_if(model.layers.rbegin(), model.layers.rend(), [&](const LayerNode& l) { return l.type == type; });
    Attrs source;
    if (last != model.layers.rend()) source = last->attrs;
    else if (spec->samples)
        if (const std::vector<LayerSample> samples = spec->samples(); !samples.empty()) source = samples.front().attrs;
    for (const AttrSpec& attribute : spec->attributes)
        if (const AttrValue* value = source.find(attribute.name); attribute.required && value) layer.attrs.set(attribute.name, *value);
    return layer;
}

void connect(Document& document, const ModelPath& path, const Wire& wire, const std::vector<std::string>& fields)
{
    const auto port = static_cast<std::size_t>(wire.from.port);
    const std::string field = wire.from.layer == dataId && port < fields.size() ? fields[port] : std::string();
    if (wire.to.layer == lossId) {
        if (wire.to.port == 1) document.loss.attrs.set("target", field);
        else document.loss.attrs.set("prediction", endpointText(wire.from));
        return;
    }
    editModel(document, path, [&](Model& model) {
        LayerNode* target = findLayer(model, wire.to.layer);
        if (!target) return;
        Endpoint from = wire.from;
        if (from.layer == dataId) {
            if (target->type == "Input") return target->attrs.set("field", field);
            from = {inputFor(model, field, wire.to.layer), 0};
        }
        std::erase_if(model.wires, [&](const Wire& old) { return old.to == wire.to; });
        model.wires.push_back({from, wire.to});
    });
}

void disconnect(Document& document, const ModelPath& path, const Wire& wire)
{
    if (wire.to.layer == lossId) return document.loss.attrs.erase(wire.to.port == 1 ? "target" : "prediction");
    editModel(document, path, [&](Model& model) {
        if (wire.from.layer == dataId) {
            if (LayerNode* input = findLayer(model, wire.to.layer)) input->attrs.erase("field");
            return;
        }
        std::erase(model.wires, wire);
        closeGaps(model, wire.to.layer);
    });
}

void insertOnWire(Document& document, const ModelPath& path, const std::string& layer, const Wire& wire,
                  const std::vector<std::string>& fields)
{
    connect(document, path, {wire.from, {layer, 0}}, fields);
    connect(document, path, {{layer, 0}, wire.to}, fields);
}

void removeLayers(Document& document, const ModelPath& path, const Names& names)
{
    if (path.empty())
        if (const AttrValue* value = document.loss.attrs.find("prediction"))
            if (const auto* text = std::get_if<std::string>(value); text && names.count(endpointFromText(*text).layer))
                document.loss.attrs.erase("prediction");
    editModel(document, path, [&](Model& model) {
        Names behind;
        for (const Wire& wire : model.wires)
            if (names.count(wire.from.layer) && !names.count(wire.to.layer)) behind.insert(wire.to.layer);
        std::erase_if(model.layers, [&](const LayerNode& layer) { return names.count(layer.name) > 0; });
        std::erase_if(model.wires, [&](const Wire& wire) { return names.count(wire.from.layer) || names.count(wire.to.layer); });
        for (const std::string& layer : behind) closeGaps(model, layer);
    });
}

void rename(Document& document, const ModelPath& path, const std::string& from, const std::string& to)
{
    editModel(document, path, [&](Model& model) {
        if (LayerNode* layer = findLayer(model, from)) layer->name = to;
        for (Wire& wire : model.wires)
            for (Endpoint* end : {&wire.from, &wire.to})
                if (end->layer == from) end->layer = to;
    });
    if (!path.empty()) return;
    const AttrValue* value = document.loss.attrs.find("prediction");
    const auto* text = value ? std::get_if<std::string>(value) : nullptr;
    if (!text) return;
    Endpoint end = endpointFromText(*text);
    if (end.layer != from) return;
    end.layer = to;
    document.loss.attrs.set("prediction", endpointText(end));
}

int freeInput(const Model& model, const LayerNode& layer, bool inside)
{
    const Ports ports = portsOf(layer, inside);
    std::set<int> wired;
    for (const Wire& wire : model.wires)
        if (wire.to.layer == layer.name) wired.insert(wire.to.port);
    if (layer.type == "Input") return -1;
    for (int p = 0; p < static_cast<int>(ports.inputs.size()) || ports.variadic; ++p)
        if (!wired.count(p)) return p;
    return -1;
}

std::string endpointText(const Endpoint& end) { return end.port ? end.layer + ":" + std::to_string(end.port) : end.layer; }

Endpoint endpointFromText(const std::string& text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos) return {text, 0};
    return {text.substr(0, colon), std::atoi(text.c_str() + colon + 1)};
}

} // namespace ds::ui::editing
