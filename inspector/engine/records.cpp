// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/records.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/train/run_record.h"
#include "inspector/engine/packed_statistics.h"

namespace ds::inspector {

namespace {

constexpr const char* seriesKind = "inspector/series";
constexpr const char* factsKind = "inspector/facts";
constexpr const char* evaluationKind = "inspector/evaluation";
constexpr const char* devicesKind = "inspector/devices";
constexpr const char* failureKind = "inspector/failure";
constexpr const char* verdictsKind = "inspector/verdicts";
constexpr const char* costKind = "inspector/cost";

std::string rowName(const std::string& name, Quantity quantity) { return quantityName(quantity) + ("/" + name); }

Json statisticsToJson(const TensorStatistics& statistics) { return pack(statistics); }

TensorStatistics statisticsFromJson(const Json& json)
{
    Result<TensorStatistics> statistics = unpackStatistics(json.get<std::vector<uint8_t>>());
    return statistics ? *statistics : TensorStatistics{};
}

/// Of numbers that may be nan, which JSON has not.
Json numberToJson(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }
double numberFromJson(const Json& json) { return json.is_number() ? json.get<double>() : std::numeric_limits<double>::quiet_NaN(); }

Json factsToJson(const Facts& facts)
{
    Json problems = Json::array(), fields = Json::array();
    for (const Problem& problem : facts.problems)
        problems.push_back({{"rule", problem.rule},
                            {"layer", problem.layer},
                            {"field", problem.field},
                            {"error", problem.severity == Problem::Severity::Error},
                            {"text", phraseToJson(problem.text)}});
    for (const FieldFacts& field : facts.fields)
        fields.push_back({{"name", field.name},
                          {"target", field.target},
                          {"single", field.single},
                          {"values", statisticsToJson(field.values)},
                          {"counts", field.counts}});
    return {{"problems", problems},
            {"fields", fields},
            {"samples", facts.samples},
            {"batch_size", facts.batchSize},
            {"updates", facts.updates},
            {"validation_seen", facts.validationSeen},
            {"validation_known", facts.validationKnown},
            {"training_compared", facts.trainingCompared},
            {"batch_classes", facts.batchClasses},
            {"chance_loss", numberToJson(facts.chanceLoss)},
            {"loader_threads", facts.loaderThreads},
            {"compute_threads", facts.computeThreads},
            {"processors", facts.processors},
            {"predicted_memory", facts.predictedMemory},
            {"memory", facts.memory}};
}

Facts factsFromJson(const Json& json, Document document)
{
    Facts facts;
    facts.document = std::move(document);
    for (const Json& problem : json.at("problems"))
        facts.problems.push_back({.severity = problem.at("error").get<bool>() ? Problem::Severity::Error : Problem::Severity::Suggestion,
                                  .rule = problem.at("rule"),
                                  .layer = problem.at("layer"),
                                  .field = problem.at("field"),
                                  .text = phraseFromJson(problem.at("text"))});
    for (const Json& field : json.at("fields"))
        facts.fields.push_back({field.at("name"), field.at("target"), field.at("single"), statisticsFromJson(field.at("values")),
                                field.at("counts").get<std::vector<int64_t>>()});
    facts.samples = json.at("samples");
    facts.batchSize = json.at("batch_size");
    facts.updates = json.at("updates");
    facts.validationSeen = json.at("validation_seen");
    facts.validationKnown = json.at("validation_known");
    facts.trainingCompared = json.value("training_compared", 1.0); // older records have compared them with all
    facts.batchClasses = json.at("batch_classes");
    facts.chanceLoss = numberFromJson(json.at("chance_loss"));
    facts.loaderThreads = json.at("loader_threads");
    facts.computeThreads = json.at("compute_threads");
    facts.processors = json.at("processors");
    facts.predictedMemory = json.at("predicted_memory");
    facts.memory = json.at("memory");
    return facts;
}

std::vector<Verdict> verdictsFromJson(const Json& json)
{
    std::vector<Verdict> verdicts;
    std::vector<int> places; // of what was recorded: of a rule that is not known here, none
    for (const Json& verdict : json) {
        const RuleSpec* rule = findRule(verdict.at("rule").get<std::string>());
        places.push_back(rule ? static_cast<int>(verdicts.size()) : -1);
        if (!rule) continue;
        const int because = verdict.at("because");
        verdicts.push_back(
            {rule,
             {verdict.at("place"), verdict.at("first"), verdict.at("last"), phraseFromJson(verdict.at("text"))},
             because >= 0 && because + 1 < static_cast<int>(places.size()) ? places[static_cast<std::size_t>(because)] : -1});
    }
    return verdicts;
}

} // namespace

void SightRecords::write(RunRecord& record, const std::vector<Sight>& sights)
{
    Json news = Json::array();
    for (const Sight& sight : sights) {
        if (m_told.insert({sight.name, sight.quantity}).second)
            news.push_back(Json::array({sight.name, quantityName(sight.quantity), sight.function, sight.source}));
        record.histogram(rowName(sight.name, sight.quantity), sight.update, pack(sight.statistics));
    }
    if (!news.empty()) record.details(sights.front().update, seriesKind, news.dump());
}

void SightRecords::skip(const Trace& trace)
{
    for (const Trace::Series& series : trace.series()) m_told.insert({series.name, series.quantity});
}

void writeFacts(RunRecord& record, const Facts& facts) { record.details(0, factsKind, factsToJson(facts).dump()); }

void writeEvaluation(RunRecord& record, const Trace::Evaluation& evaluation)
{
    const auto& [update, loss, trained, retold, suspects] = evaluation;
    record.details(update, evaluationKind,
                   Json{{"loss", numberToJson(loss)},
                        {"trained", numberToJson(trained)},
                        {"retold", numberToJson(retold)},
                        {"suspects", numberToJson(suspects)}}
                       .dump());
}

void writeDevices(RunRecord& record, const Trace::DeviceReport& report)
{
    Json list = Json::array();
    for (const Trace::DeviceTimes& d : report.devices)
        list.push_back(Json::array({d.device, d.stage, d.computing, d.communicating, d.overlapped, d.waiting}));
    record.details(report.update, devicesKind, list.dump());
}

void writeFailure(RunRecord& record, const Trace::Failure& failure)
{
    record.details(failure.update, failureKind, failureToJson(failure).dump());
}

void writeCost(RunRecord& record, int64_t update, const WatchingCost& cost)
{
    record.details(update, costKind, Json{{"seconds", cost.seconds}, {"share", cost.share}}.dump());
}

void writeVerdicts(RunRecord& record, int64_t update, const std::vector<Verdict>& verdicts)
{
    Json list = Json::array();
    for (const auto& [rule, finding, because] : verdicts)
        list.push_back({{"rule", rule->name},
                        {"place", finding.place},
                        {"first", finding.first},
                        {"last", finding.last},
                        {"because", because},
                        {"text", phraseToJson(finding.text)}});
    record.details(update, verdictsKind, list.dump());
}

Result<bool> TraceReader::read(RunStore& store)
{
    const RunInfo info = DS_TRY(store.run(m_run));
    m_news = false;
    const std::vector<EventRecord> events = DS_TRY(store.events(m_run, m_events));
    m_events += static_cast<int64_t>(events.size());
    m_news = !events.empty();
    for (const EventRecord& event : events)
        if (event.step <= m_until && event.kind.starts_with("inspector/")) DS_TRY(readEvent(event, info));
    DS_TRY(readSteps(store));
    DS_TRY(readEvaluations(store));
    DS_TRY(readSights(store));
    return m_news;
}

Status TraceReader::readEvent(const EventRecord& event, const RunInfo& info)
{
    try {
        const Json json = Json::parse(event.data);
        if (event.kind == seriesKind) {
            for (const Json& series : json) m_known.push_back({series.at(0), quantityFrom(series.at(1)), series.at(2), series.at(3), {}});
        } else if (event.kind == factsKind) {
            const Json document = DS_TRY(parseJson(info.document, m_run));
            m_trace.setFacts(factsFromJson(json, documentFromJson(document).document));
        } else if (event.kind == evaluationKind) {
            m_trace.add(Trace::Evaluation{event.step, numberFromJson(json.at("loss")), numberFromJson(json.at("trained")),
                                          numberFromJson(json.at("retold")), numberFromJson(json.at("suspects"))});
        } else if (event.kind == devicesKind) {
            Trace::DeviceReport report{event.step, {}};
            for (const Json& d : json) report.devices.push_back({d.at(0), d.at(1), d.at(2), d.at(3), d.at(4), d.at(5)});
            m_trace.add(std::move(report));
        } else if (event.kind == failureKind) {
            m_trace.setFailure(failureFromJson(json, event.step));
        } else if (event.kind == verdictsKind) {
            m_verdicts = verdictsFromJson(json);
        } else if (event.kind == costKind) {
            m_cost = {json.at("seconds").get<double>(), json.at("share").get<double>()};
        }
    } catch (const Json::exception&) {
        return Error{phrase("Records", "what the Inspector has recorded is damaged"), m_run + ", " + event.kind, ""};
    }
    return {};
}

Status TraceReader::readSteps(RunStore& store)
{
    const auto news = [&](const char* name) { return store.scalars(m_run, name, m_step + 1); };
    const std::vector<ScalarRecord> losses = DS_TRY(news("train/loss")), norms = DS_TRY(news("train/grad_norm")),
                                    rates = DS_TRY(news("train/learning_rate"));
    // Other processes write meanwhile: what is in the first list may be missing in none of the later ones, not the reverse.
    std::size_t norm = 0, rate = 0;
    const auto at = [](const std::vector<ScalarRecord>& list, std::size_t& place, int64_t step) {
        while (place < list.size() && list[place].step < step) ++place;
        return place < list.size() && list[place].step == step ? list[place].value : std::numeric_limits<double>::quiet_NaN();
    };
    for (const ScalarRecord& loss : losses) {
        if (loss.step > m_until) break;
        m_trace.add(Trace::Step{loss.step, loss.value, at(norms, norm, loss.step), at(rates, rate, loss.step), 0, 0});
        m_step = loss.step;
        m_news = true;
    }
    return {};
}

Status TraceReader::readEvaluations(RunStore& store)
{
    for (const ScalarRecord& loss : DS_TRY(store.scalars(m_run, "validation/loss", m_evaluation + 1))) {
        if (loss.step > m_until) break;
        Trace::Evaluation evaluation;
        evaluation.update = loss.step;
        evaluation.loss = loss.value;
        m_trace.add(evaluation);
        m_evaluation = loss.step;
        m_news = true;
    }
    return {};
}

Status TraceReader::readSights(RunStore& store)
{
    for (const Trace::Series& series : m_known) {
        const std::string name = rowName(series.name, series.quantity);
        const Trace::Series* seen = m_trace.find(series.name, series.quantity);
        const int64_t from = seen ? seen->looks.back().update + 1 : 0;
        std::vector<Sight> sights;
        for (const HistogramRecord& row : DS_TRY(store.histograms(m_run, name, from))) {
            if (row.step > m_until) break;
            Result<TensorStatistics> statistics = unpackStatistics(row.data);
            if (!statistics) return statistics.error().in(m_run + ", " + name);
            sights.push_back({row.step, series.name, series.quantity, *statistics, series.function, series.source});
        }
        m_news = m_news || !sights.empty();
        m_trace.add(sights);
    }
    return {};
}

} // namespace ds::inspector
