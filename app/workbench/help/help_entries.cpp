// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/help/help_entries.h"

#include <QCoreApplication>

#include <algorithm>

#include "app/workbench/words/words.h"
#include "core/data/source.h"
#include "core/data/transform.h"
#include "core/layers/initializer.h"
#include "core/layers/layer.h"
#include "core/layers/loss.h"
#include "core/ops/all.h"
#include "core/optim/optimizer.h"
#include "core/optim/schedule.h"
#include "core/train/metric.h"
#include "inspector/engine/explanation.h"
#include "inspector/engine/remedy.h"

namespace ds::ui {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

/// The types that documents know themselves.
void addBoxes(std::vector<HelpEntry>& list)
{
    static const std::vector<Port> field{{"field", "A field of the data; at the top of a model only."}}, x{{"x"}}, y{{"y"}};
    list.push_back({"layers",
                    "Input",
                    "data",
                    "Where a field of the data enters the model. Inside of a group it is one of the group's inputs, in the order of the "
                    "layers.",
                    &field,
                    &y,
                    {{.name = "field", .type = AttrType::String, .required = true, .doc = "Data field that comes in here."}}});
    list.push_back({"layers", "Output", "data", "A result of the model. Inside of a group it is one of the group's outputs.", &x, &y});
    list.push_back({"layers", "Composite", "composite",
                    "A group: a model of its own in one box. Its Input and Output layers are its ports. Select layers and press Ctrl+G to "
                    "make one; a double click opens it."});
}

std::vector<HelpEntry> makeEntries()
{
    std::vector<HelpEntry> list;
    addBoxes(list);
    for (const LayerSpec* s : allLayers()) list.push_back({"layers", s->name, s->category, s->doc, &s->inputs, &s->outputs, s->attributes});
    std::stable_sort(list.begin(), list.end(), [](const HelpEntry& a, const HelpEntry& b) { return a.name < b.name; });
    for (const LossSpec* s : allLosses()) list.push_back({"losses", s->name, "loss", s->doc, nullptr, nullptr, s->attributes, s->metrics});
    for (const OptimizerSpec* s : allOptimizers()) list.push_back({"optimizers", s->name, "", s->doc, nullptr, nullptr, s->attributes});
    for (const ScheduleSpec* s : allSchedules())
        list.push_back({"schedules", s->name, "", s->doc, nullptr, nullptr, scheduleAttributes(*s)});
    for (const MetricSpec* s : allMetrics()) list.push_back({"metrics", s->name, "", s->doc});
    for (const SourceSpec* s : allSources()) list.push_back({"sources", s->name, "data", s->doc, nullptr, nullptr, s->attributes});
    for (const TransformSpec* s : allTransforms())
        list.push_back({"transforms", s->name, "data", s->doc, nullptr, nullptr, transformAttributes(*s)});
    for (const InitializerSpec* s : allInitializers())
        list.push_back({"initializers", s->name, "", s->doc, nullptr, nullptr, s->attributes});
    for (const inspector::RuleSpec* s : inspector::allRules())
        list.push_back({.registry = "rules",
                        .name = s->name,
                        .category = {},
                        .doc = s->doc,
                        .attributes = s->thresholds,
                        .related = s->remedies,
                        .relatedRegistry = "remedies",
                        .title = s->title,
                        .source = s->source});
    for (const inspector::RemedySpec* s : inspector::allRemedies())
        list.push_back({.registry = "remedies", .name = s->name, .category = {}, .doc = s->doc, .title = s->title});
    for (const inspector::ExplanationSpec* s : inspector::allExplanations())
        list.push_back(
            {.registry = "explanations", .name = s->name, .category = {}, .doc = s->doc, .title = s->title, .source = s->source});
    for (const OpSpec* s : allOps().list()) list.push_back({"ops", s->name, s->category, s->doc, &s->inputs, &s->outputs, s->attributes});
    return list;
}

} // namespace

const std::vector<HelpRegistry>& helpRegistries()
{
    static const std::vector<HelpRegistry> list{
        {"layers", Help::tr("Layers"), Help::tr("Layer"), Help::tr("The boxes of a model.")},
        {"losses", Help::tr("Losses"), Help::tr("Loss"),
         Help::tr("How far a prediction is from the right answer, as one number to make small.")},
        {"optimizers", Help::tr("Optimisers"), Help::tr("Optimiser"), Help::tr("How a gradient becomes a change of the parameters.")},
        {"schedules", Help::tr("Schedules"), Help::tr("Schedule"), Help::tr("How the learning rate changes over training.")},
        {"metrics", Help::tr("Metrics"), Help::tr("Metric"), Help::tr("What is measured on validation and test data.")},
        {"sources", Help::tr("Data sources"), Help::tr("Data source"), Help::tr("Where samples come from.")},
        {"transforms", Help::tr("Transforms"), Help::tr("Transform"),
         Help::tr("What happens to samples on their way to the model: random ones to training data only, others to all.")},
        {"initializers", Help::tr("Initialisers"), Help::tr("Initialiser"), Help::tr("First values of parameters.")},
        {"rules", Help::tr("Rules"), Help::tr("Rule"), Help::tr("What the Inspector looks for while a model learns.")},
        {"remedies", Help::tr("Remedies"), Help::tr("Remedy"), Help::tr("What it proposes against what it has found.")},
        {"explanations", Help::tr("Explanations"), Help::tr("Explanation"), Help::tr("Ways to tell what counts for a single prediction.")},
        {"ops", Help::tr("Operations"), Help::tr("Operation"), Help::tr("What a layer consists of; seen in the graph that runs.")},
    };
    return list;
}

const std::vector<HelpEntry>& helpEntries()
{
    static const std::vector<HelpEntry> list = makeEntries();
    return list;
}

const HelpEntry* findHelp(std::string_view registry, std::string_view name)
{
    const std::vector<HelpEntry>& all = helpEntries();
    const auto at = std::find_if(all.begin(), all.end(), [&](const HelpEntry& e) { return e.registry == registry && e.name == name; });
    return at == all.end() ? nullptr : &*at;
}

QString helpTitle(const HelpEntry& entry) { return entry.title.empty() ? words::text(entry.name) : words::described(entry.title); }

QString helpAddress(std::string_view registry, std::string_view name)
{
    return QStringLiteral("help:%1/%2").arg(words::text(registry), words::text(name));
}

} // namespace ds::ui
