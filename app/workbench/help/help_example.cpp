// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/help/help_example.h"

#include <nlohmann/json.hpp>

#include "app/workbench/help/help_entries.h"
#include "app/workbench/words/words.h"
#include "core/base/json.h"
#include "core/data/transform.h"
#include "core/document/lower.h"
#include "core/layers/layer.h"
#include "core/layers/loss.h"

namespace ds::ui {

namespace {

/// {"type": "Dense", "attributes": {"units": 10}} on one line, spaced as people write it.
QString line(const Json& json)
{
    if (json.is_object()) {
        QStringList parts;
        for (const auto& [key, value] : json.items())
            parts << QString::fromStdString(Json(key).dump()) + QStringLiteral(": ") + line(value);
        return QLatin1Char('{') + parts.join(QStringLiteral(", ")) + QLatin1Char('}');
    }
    if (json.is_array()) {
        QStringList parts;
        for (const Json& value : json) parts << line(value);
        return QLatin1Char('[') + parts.join(QStringLiteral(", ")) + QLatin1Char(']');
    }
    return QString::fromStdString(json.dump());
}

QStringList shapes(const std::vector<TensorType>& types)
{
    QStringList list;
    for (const TensorType& type : types) list << words::shape(type.shape);
    return list;
}

HelpExample layerExample(const LayerSpec& spec, const LayerSample& sample)
{
    Json json{{"name", "layer1"}, {"type", spec.name}};
    if (!sample.attrs.empty()) json["attributes"] = attrsToJson(sample.attrs);
    HelpExample example{line(json), shapes(sample.inputs), {}};
    // A model of this layer alone says what comes out.
    Document document;
    LowerRequest request;
    request.withLoss = false;
    document.model.layers.push_back({.name = "layer1", .type = std::string(spec.name), .attrs = sample.attrs});
    for (std::size_t i = 0; i < sample.inputs.size(); ++i) {
        const std::string name = "in" + std::to_string(i);
        request.fields[name] = sample.inputs[i];
        document.model.layers.push_back({.name = name, .type = "Input", .attrs = {{"field", name}}});
        document.model.wires.push_back({{name, 0}, {"layer1", static_cast<int>(i)}});
    }
    const Lowered lowered = lower(document, request);
    if (const auto at = lowered.shapes.find("layer1"); at != lowered.shapes.end()) example.out = shapes(at->second.outputs);
    return example;
}

/// What must be said, with its type in place of a value that only the person knows.
HelpExample sectionExample(const HelpEntry& entry)
{
    Json json{{"type", entry.name}};
    for (const AttrSpec& spec : entry.attributes)
        if (spec.required) json[std::string(spec.name)] = spec.type == AttrType::String ? Json("…") : Json(0);
    if (entry.registry == "optimizers")
        for (const AttrSpec& spec : entry.attributes)
            if (spec.name == "learning_rate") json["learning_rate"] = attrToJson(spec.fallback);
    return {line(json), {}, {}};
}

/// A step of data.transforms, and what it makes of the type of a sample.
HelpExample transformExample(const TransformSpec& spec)
{
    const TransformSample sample = spec.samples().front();
    HelpExample example;
    Json json{{"type", spec.name}};
    for (const auto& [name, value] : sample.attrs) json[name] = attrToJson(value);
    example.text = line(json);
    Attrs attrs = sample.attrs;
    const Floats learnt(2 * static_cast<std::size_t>(sample.field.type.count()), 1.0); // of those that learn: any will do
    if (!validate(transformAttributes(spec), attrs).empty()) return example;
    if (const Prepared made = spec.prepare({attrs, sample.field, {}, learnt})) {
        example.in = QStringList{words::shape(sample.field.type.shape)};
        example.out = QStringList{words::shape((*made)->after().type.shape)};
    }
    return example;
}

} // namespace

std::optional<HelpExample> helpExample(const HelpEntry& entry)
{
    if (entry.registry == "layers") {
        const LayerSpec* spec = findLayer(entry.name);
        if (!spec || !spec->samples) return std::nullopt;
        const std::vector<LayerSample> samples = spec->samples();
        return samples.empty() ? std::nullopt : std::optional(layerExample(*spec, samples.front()));
    }
    if (entry.registry == "losses") {
        const LossSpec* spec = findLoss(entry.name);
        Json json{{"type", spec->name}, {"prediction", "layer1"}, {"target", "label"}};
        HelpExample example;
        if (spec->samples)
            if (const std::vector<LayerSample> samples = spec->samples(); !samples.empty()) {
                for (const auto& [name, value] : samples.front().attrs) json[name] = attrToJson(value);
                example.in = shapes(samples.front().inputs);
                example.out = QStringList{words::shape({})};
            }
        example.text = line(json);
        return example;
    }
    if (entry.registry == "transforms") return transformExample(*findTransform(entry.name));
    if (entry.registry == "optimizers" || entry.registry == "schedules" || entry.registry == "sources") return sectionExample(entry);
    return std::nullopt;
}

} // namespace ds::ui
