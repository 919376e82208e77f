// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "core/lint/lint.h"

namespace ds {

namespace {

/// The model that a path leads into, to be changed; the path becomes the layer's own name. Null if a composite is gone.
Model* modelOf(Document& document, std::string& path)
{
    Model* model = &document.model;
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/')) {
        const auto at = std::find_if(model->layers.begin(), model->layers.end(),
                                     [&](const LayerNode& node) { return node.name == path.substr(0, slash); });
        if (at == model->layers.end() || !at->model) return nullptr;
        auto copy = std::make_shared<Model>(*at->model);
        model = copy.get();
        at->model = std::move(copy);
        path.erase(0, slash + 1);
    }
    return model;
}

auto find(Model& model, const std::string& name)
{
    return std::find_if(model.layers.begin(), model.layers.end(), [&](const LayerNode& node) { return node.name == name; });
}

} // namespace

std::string freeName(const Model& model, std::string_view type)
{
    std::string base(type);
    std::transform(base.begin(), base.end(), base.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (!model.find(base)) return base;
    for (int number = 2;; ++number)
        if (std::string name = base + std::to_string(number); !model.find(name)) return name;
}

void setAttribute(Document& document, const std::string& layer, const std::string& name, AttrValue value)
{
    std::string own = layer;
    Model* model = modelOf(document, own);
    if (!model) return;
    if (const auto node = find(*model, own); node != model->layers.end()) node->attrs.set(name, std::move(value));
}

void removeLayer(Document& document, const std::string& layer)
{
    std::string own = layer;
    Model* model = modelOf(document, own);
    if (!model || find(*model, own) == model->layers.end()) return;
    std::vector<Wire>& wires = model->wires;
    const auto source = std::find_if(wires.begin(), wires.end(), [&](const Wire& w) { return w.to.layer == own && w.to.port == 0; });
    if (source != wires.end()) {
        const Endpoint from = source->from;
        for (Wire& wire : wires)
            if (wire.from.layer == own) wire.from = from;
        if (own == layer) // of the top level, which the loss speaks of
            for (const char* end : {"prediction", "target"}) {
                const AttrValue* value = document.loss.attrs.find(end);
                const std::string* name = value ? std::get_if<std::string>(value) : nullptr;
                if (!name || name->substr(0, name->find(':')) != own) continue;
                document.loss.attrs.set(end, from.port == 0 ? from.layer : from.layer + ':' + std::to_string(from.port));
            }
    }
    std::erase_if(wires, [&](const Wire& w) { return w.from.layer == own || w.to.layer == own; });
    std::erase_if(model->layers, [&](const LayerNode& node) { return node.name == own; });
}

namespace {

/// A new layer that stands before or behind `layer` in the list; `connect` draws its wires. Returns its name.
template <class Connect>
std::string insertLayer(Document& document, const std::string& layer, bool behind, const std::string& type, Attrs attrs, Connect connect)
{
    std::string own = layer;
    Model* model = modelOf(document, own);
    if (!model) return {};
    const auto at = find(*model, own);
    if (at == model->layers.end()) return {};
    LayerNode node{freeName(*model, type), type, std::move(attrs)};
    std::string name = node.name;
    connect(model->wires, own, name);
    model->layers.insert(behind ? at + 1 : at, std::move(node));
    return name;
}

} // namespace

std::string insertBefore(Document& document, const std::string& layer, int port, const std::string& type, Attrs attrs)
{
    const auto connect = [port](std::vector<Wire>& wires, const std::string& own, const std::string& name) {
        for (Wire& wire : wires)
            if (wire.to.layer == own && wire.to.port == port) wire.to = {name, 0};
        wires.push_back({{name, 0}, {own, port}});
    };
    return insertLayer(document, layer, false, type, std::move(attrs), connect);
}

std::string insertAfter(Document& document, const std::string& layer, const std::string& type, Attrs attrs)
{
    const auto connect = [](std::vector<Wire>& wires, const std::string& own, const std::string& name) {
        for (Wire& wire : wires)
            if (wire.from == Endpoint{own, 0}) wire.from = {name, 0};
        wires.push_back({{own, 0}, {name, 0}});
    };
    return insertLayer(document, layer, true, type, std::move(attrs), connect);
}

} // namespace ds
