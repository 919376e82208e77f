// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/runs/project_diff.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

#include "core/data/source.h"
#include "core/data/transform.h"
#include "core/layers/layer.h"
#include "core/layers/loss.h"
#include "core/optim/optimizer.h"
#include "core/optim/schedule.h"

namespace ds::ui {

namespace {

using Specs = std::vector<AttrSpec>;

/// With all defaults, each value in the form that the engine reads.
Attrs whole(Attrs attrs, const Specs& specs)
{
    (void)validate(specs, attrs);
    return attrs;
}

void compare(const std::string& prefix, const Attrs& before, const Attrs& after, std::vector<ValueDiff>& out)
{
    std::set<std::string> names;
    for (const Attrs* attrs : {&before, &after})
        for (const auto& [name, value] : *attrs) names.insert(name);
    for (const std::string& name : names) {
        const AttrValue *a = before.find(name), *b = after.find(name);
        if (a && b && *a == *b) continue;
        out.push_back({prefix + name, a ? attrText(*a) : std::string(), b ? attrText(*b) : std::string()});
    }
}

void compareFlag(const std::string& name, bool before, bool after, std::vector<ValueDiff>& out)
{
    if (before != after) out.push_back({name, before ? "true" : "false", after ? "true" : "false"});
}

const Specs& layerSpecs(const std::string& type)
{
    static const Specs none;
    const LayerSpec* spec = findLayer(type);
    return spec ? spec->attributes : none;
}

std::string endText(const Endpoint& end) { return end.port ? end.layer + ":" + std::to_string(end.port) : end.layer; }
std::string wireText(const Wire& wire) { return endText(wire.from) + " → " + endText(wire.to); }

void compareModels(const Model& before, const Model& after, const std::string& prefix, std::vector<ValueDiff>& out);

void compareLayers(const LayerNode& before, const LayerNode& after, const std::string& prefix, std::vector<ValueDiff>& out)
{
    if (before.type != after.type) out.push_back({prefix + "type", before.type, after.type});
    compare(prefix, whole(before.attrs, layerSpecs(before.type)), whole(after.attrs, layerSpecs(after.type)), out);
    compareFlag(prefix + "frozen", before.frozen, after.frozen, out);
    compareFlag(prefix + "muted", before.muted, after.muted, out);
    const Model none;
    if (before.model || after.model) compareModels(before.model ? *before.model : none, after.model ? *after.model : none, prefix, out);
}

/// Inside of a composite: everything in words.
void compareModels(const Model& before, const Model& after, const std::string& prefix, std::vector<ValueDiff>& out)
{
    for (const LayerNode& layer : before.layers) {
        const std::string path = prefix + layer.name;
        if (const LayerNode* now = after.find(layer.name)) compareLayers(layer, *now, path + "/", out);
        else out.push_back({path, layer.type, ""});
    }
    for (const LayerNode& layer : after.layers)
        if (!before.find(layer.name)) out.push_back({prefix + layer.name, "", layer.type});
    const auto has = [](const Model& model, const Wire& wire) {
        return std::find(model.wires.begin(), model.wires.end(), wire) != model.wires.end();
    };
    for (const Wire& wire : before.wires)
        if (!has(after, wire)) out.push_back({prefix + "wire", wireText(wire), ""});
    for (const Wire& wire : after.wires)
        if (!has(before, wire)) out.push_back({prefix + "wire", "", wireText(wire)});
}

void compareSections(const std::string& name, const Section& before, const Section& after, Specs (*specs)(const std::string&),
                     std::vector<SectionDiff>& out)
{
    SectionDiff diff{name, {}};
    if (before.type != after.type) diff.values.push_back({"type", before.type, after.type});
    // Of another kind: what it can be set to is other things, so only what both say is compared.
    Attrs a = before.attrs, b = after.attrs;
    if (before.type == after.type) a = whole(a, specs(before.type)), b = whole(b, specs(after.type));
    compare("", a, b, diff.values);
    if (!diff.values.empty()) out.push_back(std::move(diff));
}

std::string stepText(const Section& step)
{
    std::string text = step.type;
    for (const auto& [name, value] : step.attrs) text += " " + name + " " + attrText(value);
    return text;
}

void compareTransforms(const std::vector<Section>& before, const std::vector<Section>& after, std::vector<SectionDiff>& out)
{
    const auto specs = [](const std::string& type) {
        const TransformSpec* spec = findTransform(type);
        return spec ? transformAttributes(*spec) : Specs{};
    };
    SectionDiff diff{"data.transforms", {}};
    for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
        const std::string number = std::to_string(i + 1);
        const Section *a = i < before.size() ? &before[i] : nullptr, *b = i < after.size() ? &after[i] : nullptr;
        if (a && b && a->type == b->type)
            compare(number + " " + a->type + " ", whole(a->attrs, specs(a->type)), whole(b->attrs, specs(b->type)), diff.values);
        else diff.values.push_back({number, a ? stepText(*a) : "", b ? stepText(*b) : ""});
    }
    if (!diff.values.empty()) out.push_back(std::move(diff));
}

Specs sourceSpecs(const std::string& type)
{
    const SourceSpec* spec = findSource(type);
    return spec ? spec->attributes : Specs{};
}
Specs lossSpecs(const std::string& type)
{
    const LossSpec* spec = findLoss(type);
    Specs specs = spec ? spec->attributes : Specs{};
    for (const char* name : {"prediction", "target"}) specs.push_back({.name = name, .type = AttrType::String, .required = true});
    return specs;
}
Specs optimizerSpecs(const std::string& type)
{
    const OptimizerSpec* spec = findOptimizer(type);
    return spec ? spec->attributes : Specs{};
}
Specs scheduleSpecs(const std::string& type)
{
    const ScheduleSpec* spec = findSchedule(type);
    return spec ? scheduleAttributes(*spec) : Specs{};
}

} // namespace

bool ProjectDiff::same() const
{
    return sections.empty() && std::all_of(layers.begin(), layers.end(), [](const LayerDiff& l) { return l.kind == DiffKind::Same; }) &&
           std::all_of(wires.begin(), wires.end(), [](const WireDiff& w) { return w.kind == DiffKind::Same; });
}

ProjectDiff diffProjects(const Json& before, const Json& after)
{
    const Document a = documentFromJson(before).document, b = documentFromJson(after).document;
    ProjectDiff diff;
    const auto add = [&](const LayerNode& layer, LayerDiff entry) {
        diff.merged.layers.push_back(layer);
        diff.layers.push_back(std::move(entry));
    };
    // A removed layer stands in front of the next that stayed, where it was.
    std::size_t old = 0;
    const auto removedUpTo = [&](std::size_t end) {
        for (; old < end; ++old)
            if (!b.model.find(a.model.layers[old].name)) add(a.model.layers[old], {a.model.layers[old].name, DiffKind::Removed, {}});
    };
    for (const LayerNode& layer : b.model.layers) {
        const auto at =
            std::find_if(a.model.layers.begin(), a.model.layers.end(), [&](const LayerNode& l) { return l.name == layer.name; });
        LayerDiff entry{layer.name, DiffKind::Added, {}};
        if (at != a.model.layers.end()) {
            removedUpTo(static_cast<std::size_t>(at - a.model.layers.begin()));
            compareLayers(*at, layer, "", entry.values);
            entry.kind = entry.values.empty() ? DiffKind::Same : DiffKind::Changed;
        }
        add(layer, std::move(entry));
    }
    removedUpTo(a.model.layers.size());
    const auto has = [](const Document& d, const Wire& wire) {
        return std::find(d.model.wires.begin(), d.model.wires.end(), wire) != d.model.wires.end();
    };
    for (const Wire& wire : b.model.wires) diff.wires.push_back({wire, has(a, wire) ? DiffKind::Same : DiffKind::Added});
    for (const Wire& wire : a.model.wires)
        if (!has(b, wire)) diff.wires.push_back({wire, DiffKind::Removed});
    for (const WireDiff& each : diff.wires) diff.merged.wires.push_back(each.wire);

    compareSections("data.train", a.train, b.train, sourceSpecs, diff.sections);
    compareSections("data.validation", a.validation, b.validation, sourceSpecs, diff.sections);
    compareSections("data.test", a.test, b.test, sourceSpecs, diff.sections);
    compareTransforms(a.transforms, b.transforms, diff.sections);
    compareSections("loss", a.loss, b.loss, lossSpecs, diff.sections);
    compareSections("optimizer", a.optimizer, b.optimizer, optimizerSpecs, diff.sections);
    compareSections("schedule", a.schedule, b.schedule, scheduleSpecs, diff.sections);
    SectionDiff training{"training", {}};
    compare("", whole(a.training, trainingAttributes()), whole(b.training, trainingAttributes()), training.values);
    if (!training.values.empty()) diff.sections.push_back(std::move(training));
    return diff;
}

} // namespace ds::ui
