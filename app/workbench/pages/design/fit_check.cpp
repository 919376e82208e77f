// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/fit_check.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "app/workbench/pages/design/drawing.h"
#include "app/workbench/pages/design/words.h"
#include "app/workbench/project/checker.h"
#include "core/document/lower.h"
#include "core/layers/layer.h"

namespace ds::ui {

namespace {

constexpr std::size_t largestTried = 200; // layers; lowering these takes a few milliseconds

std::size_t layersIn(const Model& model)
{
    std::size_t count = model.layers.size();
    for (const LayerNode& layer : model.layers)
        if (layer.model) count += layersIn(*layer.model);
    return count;
}

/// Whether `goal` is reached from `start` along wires.
bool reaches(const Model& model, const std::string& start, const std::string& goal)
{
    std::unordered_multimap<std::string_view, std::string_view> next;
    for (const Wire& wire : model.wires) next.emplace(wire.from.layer, wire.to.layer);
    std::set<std::string_view> seen{start};
    std::vector<std::string_view> open{start};
    while (!open.empty()) {
        const std::string_view at = open.back();
        open.pop_back();
        if (at == goal) return true;
        const auto [first, last] = next.equal_range(at);
        for (auto wire = first; wire != last; ++wire)
            if (seen.insert(wire->second).second) open.push_back(wire->second);
    }
    return false;
}

} // namespace

FitCheck::FitCheck(const Document& document, const editing::ModelPath& path, const CheckResult* check)
    : m_document(document), m_path(path), m_check(check), m_fieldNames(dataFields(document, check))
{
    if (!check || !check->check.data.train) return;
    int64_t batch = 32;
    if (const AttrValue* value = document.training.find("batch_size"))
        if (const auto* number = std::get_if<int64_t>(value); number && *number > 0) batch = *number;
    for (const auto& [name, type] : batchTypes(*check->check.data.train, batch)) m_fields[name] = type;
}

QString FitCheck::portReason(const Wire& wire) const
{
    const Model* model = editing::modelAt(m_document, m_path);
    if (!model) return Design::tr("This model is gone.");
    if (wire.from.layer == wire.to.layer) return Design::tr("A layer cannot feed itself.");
    const bool fromData = wire.from.layer == editing::dataId, toLoss = wire.to.layer == editing::lossId;
    if (toLoss && wire.to.port == 1)
        return fromData ? QString() : Design::tr("The target is a field of the data. Draw this wire from the Data box.");
    if (toLoss && fromData) return Design::tr("The prediction comes from a layer, not from the data.");
    const LayerNode* to = toLoss ? nullptr : model->find(wire.to.layer);
    if (to && to->type == "Input" && m_path.empty() && !fromData) return Design::tr("An Input layer takes a field of the data.");
    if (!toLoss && !fromData && reaches(*model, wire.to.layer, wire.from.layer)) return Design::tr("That would make a circle of wires.");
    return {};
}

QString FitCheck::reason(const Wire& wire, const Wire* replaced) const
{
    if (QString reason = portReason(wire); !reason.isEmpty()) return reason;
    if (m_fields.empty() || layersIn(m_document.model) > largestTried) return {};
    LowerRequest request;
    request.fields = m_fields;
    Document without = m_document;
    if (replaced) editing::disconnect(without, m_path, *replaced);
    Document with = without;
    editing::connect(with, m_path, wire, m_fieldNames);
    std::set<std::string> known;
    for (const Error& error : lower(without, request).errors) known.insert(error.message());
    // Only what is wrong at the layer itself speaks against the wire; what follows from it further on is shown as a problem.
    const bool toLoss = wire.to.layer == editing::lossId;
    const std::string quoted = '"' + editing::fullName(m_path, wire.to.layer) + '"',
                      inside = '"' + editing::fullName(m_path, wire.to.layer) + '/';
    for (const Error& error : lower(with, request).errors) {
        const bool here = toLoss ? error.where.rfind("loss", 0) == 0
                                 : error.where.find(quoted) != std::string::npos || error.where.find(inside) != std::string::npos;
        if (!here || known.count(error.message())) continue;
        return words::said(Error{error.text, toLoss ? Design::tr("The loss").toStdString() : wire.to.layer, error.hint});
    }
    return {};
}

const TensorType* FitCheck::typeOf(const Endpoint& end) const
{
    if (end.layer == editing::dataId) {
        const auto port = static_cast<std::size_t>(end.port);
        const auto at = port < m_fieldNames.size() ? m_fields.find(m_fieldNames[port]) : m_fields.end();
        return at == m_fields.end() ? nullptr : &at->second;
    }
    if (!m_check) return nullptr;
    const auto at = m_check->check.lowered.shapes.find(editing::fullName(m_path, end.layer));
    if (at == m_check->check.lowered.shapes.end() || end.port >= static_cast<int>(at->second.outputs.size())) return nullptr;
    return &at->second.outputs[static_cast<std::size_t>(end.port)];
}

bool FitCheck::typeFits(const std::string& type, const Endpoint& end, bool fromOutput) const
{
    const bool inside = !m_path.empty();
    LayerNode layer = editing::newLayer({}, type, 0, 0);
    const editing::Ports ports = editing::portsOf(layer, inside);
    if (!fromOutput) return !ports.outputs.empty();
    if (type == "Composite" || type == "Output") return end.layer != editing::dataId;
    if (type == "Input") return end.layer == editing::dataId;
    const TensorType* given = typeOf(end);
    if (ports.inputs.empty() || !given) return !ports.inputs.empty();
    // A model of this layer alone: quick enough to ask for every type.
    Document probe;
    layer.name = "probe";
    probe.model.layers = {{.name = "in", .type = "Input", .attrs = {{"field", "in"}}}, layer};
    for (int port = 0; port < static_cast<int>(ports.inputs.size()); ++port)
        if (const LayerSpec* spec = findLayer(type); spec && spec->inputs[static_cast<std::size_t>(port)].kind != PortKind::Optional)
            probe.model.wires.push_back({{"in", 0}, {"probe", port}});
    LowerRequest request;
    request.fields["in"] = *given;
    const Errors errors = lower(probe, request).errors;
    return std::none_of(errors.begin(), errors.end(),
                        [](const Error& error) { return error.where.find("\"probe\"") != std::string::npos; });
}

} // namespace ds::ui
