// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "core/lint/lint.h"

namespace ds {

namespace {

LayerNode* find(Document& document, const std::string& name)
{
    const auto at =
        std::find_if(document.model.layers.begin(), document.model.layers.end(), [&](const LayerNode& node) { return node.name == name; });
    return at == document.model.layers.end() ? nullptr : &*at;
}

} // namespace

std::string freeName(const Model& model, std::string_view type)
{
    std::string base(type);
    std::transform(base.begin(), base.end(), base.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (!model.find(base)) return base;
    for (int number = 2;; ++number)
        if (const std::string name = base + std::to_string(number); !model.find(name)) return name;
}

void setAttribute(Document& document, const std::string& layer, const std::string& name, AttrValue value)
{
    if (LayerNode* node = find(document, layer)) node->attrs.set(name, std::move(value));
}

void removeLayer(Document& document, const std::string& layer)
{
    if (!find(document, layer)) return;
    std::vector<Wire>& wires = document.model.wires;
    const auto source = std::find_if(wires.begin(), wires.end(), [&](const Wire& w) { return w.to.layer == layer && w.to.port == 0; });
    if (source != wires.end()) {
        const Endpoint from = source->from;
        for (Wire& wire : wires)
            if (wire.from.layer == layer) wire.from = from;
        for (const char* end : {"prediction", "target"}) {
            const AttrValue* value = document.loss.attrs.find(end);
            const std::string* name = value ? std::get_if<std::string>(value) : nullptr;
            if (!name || name->substr(0, name->find(':')) != layer) continue;
            document.loss.attrs.set(end, from.port == 0 ? from.layer : from.layer + ':' + std::to_string(from.port));
        }
    }
    std::erase_if(wires, [&](const Wire& w) { return w.from.layer == layer || w.to.layer == layer; });
    std::erase_if(document.model.layers, [&](const LayerNode& node) { return node.name == layer; });
}

std::string insertBefore(Document& document, const std::string& layer, int port, const std::string& type, Attrs attrs)
{
    const auto at =
        std::find_if(document.model.layers.begin(), document.model.layers.end(), [&](const LayerNode& node) { return node.name == layer; });
    if (at == document.model.layers.end()) return {};
    LayerNode node{freeName(document.model, type), type, std::move(attrs)};
    const std::string name = node.name;
    for (Wire& wire : document.model.wires)
        if (wire.to.layer == layer && wire.to.port == port) wire.to = {name, 0};
    document.model.wires.push_back({{name, 0}, {layer, port}});
    document.model.layers.insert(at, std::move(node));
    return name;
}

} // namespace ds
