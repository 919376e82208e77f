// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/project_panel.h"

#include <QLabel>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

#include "app/workbench/forms/form_fields.h"
#include "app/workbench/pages/design/cost_rows.h"
#include "app/workbench/pages/design/words.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/project/totals.h"
#include "core/data/source.h"
#include "core/layers/loss.h"
#include "core/optim/optimizer.h"
#include "core/optim/schedule.h"
#include "widgets/form/form.h"

namespace ds::ui {

namespace {

/// One choice from a registry: where it is kept, what there is, what it can be set to.
struct Part {
    const char* name;      ///< as in paths of problems
    Section Document::*at; ///< of Document
    std::vector<std::string_view> (*types)();
    std::vector<AttrSpec> (*attributes)(const std::string& type);
    std::string_view (*doc)(const std::string& type);
    bool optional;
    ProjectPanel::Tab tab;
};

std::vector<std::string_view> sourceNames()
{
    std::vector<std::string_view> names;
    for (const SourceSpec* spec : allSources()) names.push_back(spec->name);
    return names;
}

std::vector<AttrSpec> sourceAttributes(const std::string& type)
{
    const SourceSpec* spec = findSource(type);
    return spec ? spec->attributes : std::vector<AttrSpec>{};
}

std::string_view sourceDoc(const std::string& type)
{
    const SourceSpec* spec = findSource(type);
    return spec ? spec->doc : std::string_view();
}

std::vector<AttrSpec> lossAttributes(const std::string& type)
{
    std::vector<AttrSpec> list;
    if (const LossSpec* spec = findLoss(type)) list = spec->attributes;
    list.push_back({.name = "prediction",
                    .type = AttrType::String,
                    .required = true,
                    .doc = QT_TRANSLATE_NOOP("Registry", "Layer whose output is judged, or \"LAYER:PORT\".")});
    list.push_back({.name = "target",
                    .type = AttrType::String,
                    .required = true,
                    .doc = QT_TRANSLATE_NOOP("Registry", "Data field with the right answer.")});
    return list;
}

using Tab = ProjectPanel::Tab;

const std::vector<Part>& parts()
{
    static const std::vector<Part> list{
        {"optimizer", &Document::optimizer, optimizerNames,
         [](const std::string& type) {
             const auto* s = findOptimizer(type);
             return s ? s->attributes : std::vector<AttrSpec>{};
         },
         [](const std::string& type) {
             const auto* s = findOptimizer(type);
             return s ? s->doc : std::string_view();
         },
         false, Tab::Optimizer},
        {"schedule", &Document::schedule, scheduleNames,
         [](const std::string& type) {
             const auto* s = findSchedule(type);
             return s ? scheduleAttributes(*s) : std::vector<AttrSpec>{};
         },
         [](const std::string& type) {
             const auto* s = findSchedule(type);
             return s ? s->doc : std::string_view();
         },
         true, Tab::Optimizer},
        {"data.train", &Document::train, sourceNames, sourceAttributes, sourceDoc, false, Tab::Data},
        {"data.validation", &Document::validation, sourceNames, sourceAttributes, sourceDoc, true, Tab::Data},
        {"data.test", &Document::test, sourceNames, sourceAttributes, sourceDoc, true, Tab::Data},
        {"loss", &Document::loss, lossNames, lossAttributes,
         [](const std::string& type) {
             const auto* s = findLoss(type);
             return s ? s->doc : std::string_view();
         },
         false, Tab::Loss},
    };
    return list;
}

QString titleOf(const Part& part)
{
    const std::string_view name = part.name;
    if (name == "optimizer") return ProjectPanel::tr("Optimiser");
    if (name == "schedule") return ProjectPanel::tr("Learning rate schedule");
    if (name == "data.train") return ProjectPanel::tr("Training data");
    if (name == "data.validation") return ProjectPanel::tr("Validation data");
    if (name == "data.test") return ProjectPanel::tr("Test data");
    return ProjectPanel::tr("Loss");
}

void addFields(std::vector<FormField>& fields, const Part& part, const Section& section)
{
    const QString prefix = QString::fromLatin1(part.name);
    FormField type;
    type.name = prefix + QStringLiteral("/type");
    type.label = ProjectPanel::tr("Kind");
    type.kind = FormField::Kind::Choice;
    if (part.optional) type.choices << ProjectPanel::tr("none");
    for (const std::string_view choice : part.types()) type.choices << words::text(choice);
    if (!section.type.empty()) type.value = QString::fromStdString(section.type);
    else if (part.optional) type.value = ProjectPanel::tr("none");
    type.help = words::described(part.doc(section.type));
    type.section = titleOf(part);
    fields.push_back(type);
    if (section.type.empty()) return;
    for (FormField& field : formFields(part.attributes(section.type), {&section.attrs})) {
        field.name = prefix + QLatin1Char('/') + field.name;
        field.section = titleOf(part);
        fields.push_back(field);
    }
}

/// Another kind keeps the settings that it knows, too.
void changeType(const Part& part, Section& section, const std::string& type)
{
    if (type == section.type) return;
    Section fresh{type, {}};
    if (!type.empty())
        for (const AttrSpec& spec : part.attributes(type))
            if (const AttrValue* value = section.attrs.find(spec.name); value && attrTypeOf(*value) == spec.type)
                fresh.attrs.set(spec.name, *value);
    section = fresh;
}

} // namespace

ProjectPanel::ProjectPanel(Project& project, QWidget* parent)
    : QWidget(parent), m_project(project), m_tabs(new QTabWidget(this)), m_totals(new CostRows(tr("THIS MODEL"), this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 8, 0, 0);
    outer->addWidget(m_tabs);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    const QString titles[] = {tr("Training"), tr("Optimiser"), tr("Data"), tr("Loss")};
    for (int i = 0; i < 4; ++i) {
        auto* scroll = new QScrollArea(m_tabs);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        auto* content = new QWidget(scroll);
        auto* column = new QVBoxLayout(content);
        column->setContentsMargins(16, 8, 16, 16);
        m_forms[i] = new Form(content);
        column->setSpacing(16);
        if (i == 0) column->addWidget(m_totals);
        column->addWidget(m_forms[i]);
        column->addStretch();
        scroll->setWidget(content);
        content->setAutoFillBackground(false); // the panel's own colour shows
        scroll->viewport()->setAutoFillBackground(false);
        m_tabs->addTab(scroll, titles[i]);
        connect(m_forms[i], &Form::edited, this, &ProjectPanel::edit);
    }
}

void ProjectPanel::show(Tab tab)
{
    const Document& document = m_project.document();
    std::vector<FormField> training = formFields(trainingAttributes(), {&document.training});
    for (FormField& field : training) {
        field.name = QStringLiteral("training/") + field.name;
        field.section = tr("Training");
    }
    m_forms[static_cast<int>(Tab::Training)]->setFields(training);
    for (const Tab each : {Tab::Optimizer, Tab::Data, Tab::Loss}) {
        std::vector<FormField> fields;
        for (const Part& part : parts())
            if (part.tab == each) addFields(fields, part, document.*part.at);
        m_forms[static_cast<int>(each)]->setFields(fields);
    }
    if (tab != Tab::Unchanged) m_tabs->setCurrentIndex(static_cast<int>(tab));
}

void ProjectPanel::showTotals(const CheckResult* check, const StepForecast* forecast)
{
    const auto total = check ? check->costs.find("") : decltype(check->costs.find("")){};
    const bool known = check && total != check->costs.end();
    m_totals->setVisible(known);
    if (!known) return;
    std::vector<CostRows::Row> rows{{tr("Parameters"), words::number(total->second.parameters)}};
    if (forecast) {
        const StepCost& step = forecast->costs.at("");
        rows.push_back({tr("FLOPs of a step"), words::amount(step.flops)});
        rows.push_back({tr("Peak memory"), words::bytes(static_cast<double>(forecast->peakBytes())), memoryHint(*forecast)});
        rows.push_back({tr("Time of a step"), tr("about %1").arg(words::time(step.seconds)), timeHint()});
    } else {
        rows.push_back({tr("FLOPs forward"), words::amount(total->second.flops)});
    }
    m_totals->setRows(std::move(rows));
}

void ProjectPanel::edit(const QString& name, const QVariant& value, bool finished)
{
    const qsizetype slash = name.indexOf(QLatin1Char('/'));
    const std::string place = name.left(slash).toStdString(), attribute = name.mid(slash + 1).toStdString();
    const QString key = QStringLiteral("project/%1/%2").arg(name).arg(m_round);
    const auto find = [&](const std::vector<AttrSpec>& specs) -> std::optional<AttrSpec> {
        const auto at = std::find_if(specs.begin(), specs.end(), [&](const AttrSpec& s) { return s.name == attribute; });
        return at == specs.end() ? std::nullopt : std::optional(*at);
    };
    const QString label = tr("Change %1").arg(words::label(attribute).toLower());
    if (place == "training") {
        m_project.edit(
            label,
            [&](Document& d) {
                if (const auto spec = find(trainingAttributes())) setFromForm(d.training, *spec, value);
            },
            key);
    } else {
        for (const Part& part : parts()) {
            if (place != part.name) continue;
            const QString none = tr("none");
            const bool type = attribute == "type";
            m_project.edit(
                type ? tr("Choose %1").arg(titleOf(part).toLower()) : label,
                [&](Document& d) {
                    Section& section = d.*part.at;
                    if (type)
                        changeType(part, section,
                                   part.optional && value.toString() == none ? std::string() : value.toString().toStdString());
                    else if (const auto spec = find(part.attributes(section.type))) setFromForm(section.attrs, *spec, value);
                },
                type ? QString() : key);
        }
    }
    if (finished) ++m_round;
}

void ProjectPanel::focusField(const QString& field)
{
    const std::string text = field.toStdString();
    if (text.rfind("training", 0) == 0) {
        m_tabs->setCurrentIndex(static_cast<int>(Tab::Training));
        m_forms[0]->focusField(QStringLiteral("training/") + field.section(QLatin1Char('.'), 1));
        return;
    }
    for (const Part& part : parts()) {
        if (text.rfind(part.name, 0) != 0) continue;
        m_tabs->setCurrentIndex(static_cast<int>(part.tab));
        const QString rest = field.mid(static_cast<qsizetype>(std::string_view(part.name).size()) + 1);
        m_forms[static_cast<int>(part.tab)]->focusField(QString::fromLatin1(part.name) + QLatin1Char('/') +
                                                        (rest.isEmpty() ? QStringLiteral("type") : rest));
        return;
    }
}

} // namespace ds::ui
