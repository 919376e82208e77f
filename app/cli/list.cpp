// SPDX-License-Identifier: Apache-2.0
// All registries, printed from their descriptions.
#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "core/data/source.h"
#include "core/data/transform.h"
#include "core/layers/layer.h"
#include "core/layers/loss.h"
#include "core/ops/all.h"
#include "core/optim/optimizer.h"
#include "core/optim/schedule.h"
#include "core/train/metric.h"
#include "inspector/engine/explanation.h"
#include "inspector/engine/remedy.h"

namespace ds::cli {

namespace {

/// What all descriptions have.
struct Item {
    std::string name, category, doc;
    std::vector<AttrSpec> attributes;
    std::vector<Port> inputs, outputs;
};

template <class Specs>
std::vector<Item> plain(const Specs& specs)
{
    std::vector<Item> items;
    for (const auto* spec : specs) items.push_back({std::string(spec->name), "", std::string(spec->doc), spec->attributes, {}, {}});
    return items;
}

template <class Specs>
std::vector<Item> withPorts(const Specs& specs)
{
    std::vector<Item> items;
    for (const auto* spec : specs)
        items.push_back(
            {std::string(spec->name), std::string(spec->category), std::string(spec->doc), spec->attributes, spec->inputs, spec->outputs});
    return items;
}

std::vector<Item> transforms()
{
    std::vector<Item> items = plain(allTransforms());
    for (Item& item : items) {
        const TransformSpec& spec = *findTransform(item.name);
        item.category = std::string(spec.random() ? "training" : "always") + ", " + transformKindText(spec.kind);
        item.attributes = transformAttributes(spec);
    }
    return items;
}

std::vector<Item> schedules()
{
    std::vector<Item> items = plain(allSchedules());
    for (Item& item : items) item.attributes = scheduleAttributes(*findSchedule(item.name));
    return items;
}

template <class Specs>
std::vector<Item> named(const Specs& specs)
{
    std::vector<Item> items;
    for (const auto* spec : specs) items.push_back({std::string(spec->name), "", std::string(spec->doc), {}, {}, {}});
    return items;
}

/// With what helps against what it finds, the best first.
std::vector<Item> rules()
{
    std::vector<Item> items;
    for (const inspector::RuleSpec* rule : inspector::allRules()) {
        Item item{std::string(rule->name), severityName(rule->severity), std::string(rule->doc), rule->thresholds, {}, {}};
        item.doc += "\n\nSource: " + std::string(rule->source) + ".";
        if (!rule->remedies.empty()) item.doc += "\n\nWhat may help:";
        for (std::string_view remedy : rule->remedies)
            item.doc += " " + std::string(remedy) + (remedy == rule->remedies.back() ? "." : ",");
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<Item> explanations()
{
    std::vector<Item> items = named(inspector::allExplanations());
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i].doc += "\n\nSource: " + std::string(inspector::allExplanations()[i]->source) + ".";
    return items;
}

struct Kind {
    const char* name;
    std::vector<Item> (*items)();
};
const std::vector<Kind> kinds{
    {"ops", [] { return withPorts(allOps().list()); }},
    {"layers", [] { return withPorts(allLayers()); }},
    {"losses", [] { return plain(allLosses()); }},
    {"optimizers", [] { return plain(allOptimizers()); }},
    {"schedules", schedules},
    {"metrics", [] { return named(allMetrics()); }},
    {"sources", [] { return plain(allSources()); }},
    {"transforms", transforms},
    {"rules", rules},
    {"remedies", [] { return named(inspector::allRemedies()); }},
    {"explanations", explanations},
};

std::string firstSentence(const std::string& doc)
{
    const std::size_t end = std::min(doc.find(". "), doc.find(".\n"));
    std::string text = end == std::string::npos ? doc : doc.substr(0, end + 1);
    if (text.size() > 110) text = text.substr(0, text.rfind(' ', 107)) + " …";
    return text;
}

Json attributeJson(const AttrSpec& spec)
{
    Json json{{"name", spec.name}, {"type", attrTypeName(spec.type)}, {"doc", spec.doc}};
    if (spec.required) json["required"] = true;
    else json["default"] = attrToJson(spec.fallback);
    if (!spec.unit.empty()) json["unit"] = spec.unit;
    if (const auto allowed = spec.allowed(); !allowed.empty()) json["choices"] = allowed;
    return json;
}

Json itemJson(const Item& item)
{
    Json json{{"name", item.name}, {"doc", item.doc}, {"attributes", Json::array()}};
    if (!item.category.empty()) json["category"] = item.category;
    for (const AttrSpec& spec : item.attributes) json["attributes"].push_back(attributeJson(spec));
    for (const Port& port : item.inputs) json["inputs"].push_back(port.name);
    for (const Port& port : item.outputs) json["outputs"].push_back(port.name);
    return json;
}

void printPorts(const char* title, const std::vector<Port>& ports)
{
    if (ports.empty()) return;
    fmt::print("\n{}\n", title);
    for (const Port& port : ports) {
        const char* kind = port.kind == PortKind::Optional ? " (optional)" : port.kind == PortKind::Variadic ? " (any number)" : "";
        fmt::print("  {}{}{}{}\n", port.name, kind, port.doc.empty() ? "" : "  ", port.doc);
    }
}

void printItem(const Item& item)
{
    fmt::print("{}{}\n\n{}\n", item.name, item.category.empty() ? "" : " · " + item.category, item.doc);
    printPorts("Inputs", item.inputs);
    printPorts("Outputs", item.outputs);
    if (item.attributes.empty()) return;
    std::vector<std::vector<std::string>> rows{{"attribute", "default", "what it is"}};
    for (const AttrSpec& spec : item.attributes) {
        std::string doc(spec.doc);
        std::string choices;
        for (std::string_view choice : spec.allowed()) choices += (choices.empty() ? "" : ", ") + std::string(choice);
        if (!choices.empty()) doc += " One of " + choices + ".";
        rows.push_back({std::string(spec.name),
                        spec.required ? "(required)" : attrText(spec.fallback) + (spec.unit.empty() ? "" : " " + std::string(spec.unit)),
                        doc});
    }
    fmt::print("\n{}", table(rows));
}

int list(const std::string& kind, const std::string& name, bool json)
{
    const auto which = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& k) { return k.name == kind; });
    const std::vector<Item> items = which->items();
    if (!name.empty()) {
        std::vector<std::string_view> known;
        for (const Item& item : items) known.push_back(item.name);
        const auto at = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.name == name; });
        if (at == items.end()) {
            const std::string near = nearest(name, known);
            return tell(Error{"there is no \"" + name + "\" among the " + kind, "list", didYouMean(near)});
        }
        if (json) printLine(itemJson(*at));
        else printItem(*at);
        return 0;
    }
    if (json) {
        for (const Item& item : items) printLine(itemJson(item));
        printLine({{"event", "summary"}, {"kind", kind}, {"count", items.size()}});
        return 0;
    }
    std::vector<std::vector<std::string>> rows{{"name", "category", "what it does"}};
    for (const Item& item : items) rows.push_back({item.name, item.category, firstSentence(item.doc)});
    const bool categories = std::any_of(items.begin(), items.end(), [](const Item& item) { return !item.category.empty(); });
    if (!categories)
        for (auto& row : rows) row.erase(row.begin() + 1);
    fmt::print("{}\n{} {}. `deepseek list {} NAME` tells more about one.\n", table(rows), items.size(), kind, kind);
    return 0;
}

} // namespace

void addList(CLI::App& app, Outcome& outcome)
{
    struct Options {
        std::string kind, name;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    std::vector<std::string> names;
    for (const Kind& kind : kinds) names.push_back(kind.name);
    CLI::App* verb = app.add_subcommand("list", fmt::format("What there is: {}", fmt::join(names, ", ")));
    verb->add_option("kind", options->kind, "Which list")->required()->check(CLI::IsMember(names));
    verb->add_option("name", options->name, "One of the list, in full");
    verb->add_flag("--json", options->json, "One JSON object a line");
    verb->callback([options, &outcome] { outcome.exitCode = list(options->kind, options->name, options->json); });
}

} // namespace ds::cli
