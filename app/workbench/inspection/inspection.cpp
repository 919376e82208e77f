// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/inspection/inspection.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "widgets/plot/number_text.h"

namespace ds::ui {

using inspector::Figure;
using inspector::Quantity;
using inspector::Verdict;

namespace {

struct Inspect {
    Q_DECLARE_TR_FUNCTIONS(Inspect)
};

void forgetPlaces(Model& model)
{
    model.notes.clear();
    for (LayerNode& layer : model.layers) {
        layer.position.clear();
        if (!layer.model) continue;
        auto inner = std::make_shared<Model>(*layer.model);
        forgetPlaces(*inner);
        layer.model = inner;
    }
}

/// A trace is made of so many pieces that it takes a while to go. Who lets go of it last is the thread of the GUI, which has other things
/// to do.
std::shared_ptr<Inspection> sharedInspection(Inspection inspection)
{
    return {new Inspection(std::move(inspection)),
            [](const Inspection* gone) { QThreadPool::globalInstance()->start([gone] { delete gone; }); }};
}

} // namespace

std::string whatTrains(Document document)
{
    document.name.clear();
    document.training.erase("inspection_rules");
    forgetPlaces(document.model);
    return documentToJson(document).dump();
}

const Verdict* Inspection::verdictOn(const std::string& layer) const
{
    const Verdict* found = nullptr;
    for (const Verdict& verdict : verdicts) {
        const std::string& place = verdict.finding.place;
        if (place != layer && inspector::layerOf(place) != layer) continue;
        if (!found || (found->because >= 0 && verdict.because < 0)) found = &verdict;
    }
    return found;
}

void Inspection::makeFigures()
{
    for (int figure = 0; figure < inspector::figures; ++figure)
        figures[static_cast<std::size_t>(figure)] = inspector::figuresOf(trace, static_cast<Figure>(figure), document);
    computedWith = inspector::computedWith(trace, document);
}

InspectionPtr withStep(const InspectionPtr& inspection, const inspector::MadeAgain& again)
{
    if (!inspection) return inspection;
    const std::shared_ptr<Inspection> all = sharedInspection(*inspection);
    all->trace.add(again.sights);
    if (again.failure) all->trace.setFailure(*again.failure);
    all->makeFigures();
    return all;
}

Result<InspectionPtr> InspectionReader::read(RunStore& store, const inspector::RuleSettings& rules)
{
    if (!DS_TRY(m_reader.read(store)) && (m_trains.empty() || rules == m_rules)) return InspectionPtr();
    const RunInfo info = DS_TRY(store.run(m_run));
    const Json json = DS_TRY(parseJson(info.document, m_run));
    const std::shared_ptr<Inspection> inspection = sharedInspection({});
    inspection->trace = m_reader.trace();
    inspection->document = documentFromJson(json).document;
    inspection->rules = m_rules = rules;
    const Result<inspector::RuleSettings> own = inspector::ruleSettingsOf(inspection->document.training);
    // As they were recorded they have stood for a while, and know of what is not recorded.
    if (own && *own == rules) inspection->verdicts = m_reader.verdicts();
    else inspection->verdicts = inspector::judge(inspection->trace, rules);
    if (m_trains.empty()) m_trains = whatTrains(inspection->document);
    inspection->trains = m_trains;
    if (const AttrValue* budget = inspection->document.training.find("inspection_budget"))
        if (const auto* number = std::get_if<double>(budget)) inspection->budget = *number;
    inspection->makeFigures();
    inspection->cost = m_reader.cost();
    return InspectionPtr(inspection);
}

QString figureTitle(Figure figure)
{
    switch (figure) {
    case Figure::ResultSize: return Inspect::tr("Size of results");
    case Figure::ResultZeros: return Inspect::tr("Zeros in results");
    case Figure::GradientSize: return Inspect::tr("Size of gradients");
    case Figure::WeightSize: return Inspect::tr("Size of weights");
    case Figure::WeightGradientSize: return Inspect::tr("Gradients of weights");
    case Figure::UpdateRatio: return Inspect::tr("Update ÷ weights");
    }
    return {};
}

QString figureText(Figure figure, double value) { return figure == Figure::ResultZeros ? percentText(value) : shortText(value); }

QString shortText(double value)
{
    if (!std::isfinite(value)) return numberText(value);
    const double size = std::abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e5))
        return QString::number(value, 'e', 1)
            .replace(QStringLiteral("e+0"), QStringLiteral("e"))
            .replace(QStringLiteral("e+"), QStringLiteral("e"))
            .replace(QStringLiteral("e-0"), QStringLiteral("e-"));
    return numberText(value, 3);
}

QString quantityTitle(Quantity quantity)
{
    switch (quantity) {
    case Quantity::Activation: return Inspect::tr("Results");
    case Quantity::ActivationGradient: return Inspect::tr("Gradients");
    case Quantity::Weight: return Inspect::tr("Weights");
    case Quantity::WeightGradient: return Inspect::tr("Weight gradients");
    case Quantity::Update: return Inspect::tr("Updates");
    }
    return {};
}

QString severityWord(inspector::Severity severity)
{
    switch (severity) {
    case inspector::Severity::Notice: return Inspect::tr("notice");
    case inspector::Severity::Warning: return Inspect::tr("warning");
    case inspector::Severity::Error: return Inspect::tr("error");
    }
    return {};
}

} // namespace ds::ui
