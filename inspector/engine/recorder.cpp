// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/recorder.h"

#include <time.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/backends/cpu/cpu.h"
#include "core/train/run_parts.h"
#include "core/train/run_record.h"
#include "core/train/time_machine.h"

namespace ds::inspector {

namespace {

/// Looks at one tensor are at least this share of the updates so far apart: some 400 of it in a training of five thousand updates, and a
/// hundred more for each threefold.
constexpr double pace = 0.01;
/// Milliseconds that are spent in any case: a training of a second would hardly be seen otherwise, and nobody feels them.
constexpr double grant = 100;
/// Of the budget, what judging may take, and telling the last batches again.
constexpr double judging = 0.1, retelling = 0.25;
constexpr std::chrono::seconds judgeEvery{1};
/// How long the end of a failed run may be put off to find where that began; `deepseek inspect RUN --origin` takes its time.
constexpr double searchSeconds = 20;
/// The figures of verdicts that stay change with every step.
constexpr std::chrono::seconds writeFiguresEvery{30};

bool sameButFigures(const Verdict& a, const Verdict& b)
{
    return a.rule == b.rule && a.because == b.because && a.finding.place == b.finding.place;
}

/// That this thread has been at work.
double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

double millisecondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

Recorder::~Recorder() = default;

void Recorder::begin(RunParts& parts, RunRecord& record, int64_t updates)
{
    m_budget = parts.training().number("inspection_budget");
    if (m_budget <= 0) return;
    m_record = &record;
    m_parts = &parts;
    m_update = updates;
    if (updates > 0) {
        TraceReader earlier(record.id(), updates);
        // Damaged records are told where they are read; here watching begins anew.
        if (earlier.read(record.store())) {
            for (const Verdict& verdict : earlier.verdicts()) m_told.insert(std::string(verdict.rule->name));
            m_verdicts = earlier.verdicts();
            m_trace = earlier.take();
            m_sights.skip(m_trace);
        }
    }
    // Beside the first steps: reading samples takes a while.
    if (!m_trace.facts())
        m_facts = std::async(std::launch::async, [&parts] {
            const double before = threadMilliseconds();
            Facts facts = factsOf(parts);
            return FactsTaken{std::move(facts), threadMilliseconds() - before};
        });
    if (Result<RuleSettings> rules = ruleSettingsOf(parts.training())) m_rules = std::move(rules).value();
    else
        record.event(updates, "inspector",
                     phrase("Inspector", "What the project asks of the rules is passed over: %1").with({rules.error().message()}));
    m_target = targetOf(parts.learner->document());
    forgetLabels();
    m_nextJudgement = Clock::now() + judgeEvery;
    m_watcher = std::make_shared<Watcher>(
        m_budget, [this](const std::vector<Sight>& sights) { see(sights); }, pace, grant);
    parts.learner->observe(m_watcher);
}

void Recorder::see(const std::vector<Sight>& sights)
{
    m_sights.write(*m_record, sights);
    m_trace.add(sights);
}

void Recorder::updated(const Step& step, const Feeds& batch)
{
    if (!m_record) return;
    m_working += step.milliseconds;
    m_retelling.trained(batch, step.loss);
    m_update = step.update;
    m_trace.add(Trace::Step{step.update, step.loss, step.gradNorm, step.learningRate, step.milliseconds, step.waiting});
    if (Clock::now() >= m_nextJudgement) judgeNow(step.update);
}

void Recorder::evaluated(const Evaluation& evaluation, const Feeds& batch)
{
    if (!m_record) return;
    const auto begin = Clock::now();
    for (const Feed& feed : batch)
        if (feed.name == m_target) m_labels.add(evaluation.prediction, feed.value);
    charge(begin);
}

void Recorder::validated(int64_t update, double loss)
{
    if (!m_record) return;
    const auto begin = Clock::now();
    Trace::Evaluation evaluation;
    evaluation.update = update;
    evaluation.loss = loss;
    evaluation.suspects = m_labels.suspectShare();
    forgetLabels();
    retell(evaluation);
    writeEvaluation(*m_record, evaluation);
    m_trace.add(evaluation);
    charge(begin);
}

/// A validation that comes after few steps would otherwise take longer than they do.
void Recorder::retell(Trace::Evaluation& evaluation)
{
    if (m_toldAgain > grant + retelling * m_budget * m_working) return;
    const auto begin = Clock::now();
    // What batches of the training do not give, the run does without.
    static_cast<void>(m_retelling.tell(*m_parts->learner, evaluation));
    // The first time a plan is made, which says nothing of the times behind it.
    if (std::exchange(m_planned, true)) m_toldAgain += millisecondsSince(begin);
}

void Recorder::forgetLabels()
{
    const std::shared_ptr<const Dataset>& validation = m_parts->data.validation;
    m_labels = ConfidentLearning(validation ? validation->size() : 0);
}

void Recorder::charge(Clock::time_point since) { m_watcher->charge(millisecondsSince(since)); }

void Recorder::failed(int64_t update, const NotFinite& where, TimeMachine& past)
{
    if (!m_record) return;
    m_update = update;
    std::vector<double> took;
    for (const Trace::Step& step : m_trace.steps()) took.push_back(step.milliseconds);
    Trace::Failure failure{update, where, {}}; // with a copy: going back changes what the learner says of it
    failure.origin = findOrigin(*m_parts, past, update, median(std::move(took)) / 1000, searchSeconds);
    writeFailure(*m_record, failure);
    m_trace.setFailure(failure);
}

void Recorder::takeFacts()
{
    if (!m_facts.valid()) return;
    auto [facts, milliseconds] = m_facts.get();
    m_watcher->charge(milliseconds);
    facts.computeThreads = cpuThreads(); // of this thread, not of the one that has looked
    writeFacts(*m_record, facts);
    m_trace.setFacts(std::move(facts));
}

void Recorder::judgeNow(int64_t update, bool atEnd)
{
    const auto begin = Clock::now();
    if (m_facts.valid() && m_facts.wait_for(std::chrono::seconds(0)) == std::future_status::ready) takeFacts();
    const std::size_t broken = m_broken.size();
    std::vector<Verdict> verdicts = m_steady.pass(update, judge(m_trace, m_rules, &m_broken), atEnd);
    if (m_broken.size() > broken)
        for (const auto& [rule, problem] : m_broken)
            if (m_told.insert("broken " + std::string(rule->name)).second)
                m_record->event(update, "inspector",
                                phrase("Inspector", "The rule \"%1\" is switched off: %2").with({std::string(rule->name), problem}));
    // Each rule once: where else it has found something, the list of verdicts tells.
    for (const Verdict& verdict : verdicts)
        if (m_told.insert(std::string(verdict.rule->name)).second) tell(update, verdict);
    if (begin >= m_nextFigures || !std::equal(verdicts.begin(), verdicts.end(), m_verdicts.begin(), m_verdicts.end(), sameButFigures)) {
        if (!verdicts.empty() || !m_verdicts.empty()) writeVerdicts(*m_record, update, verdicts);
        m_verdicts = std::move(verdicts);
        m_nextFigures = begin + writeFiguresEvery;
    }
    charge(begin);
    const Clock::duration cost = Clock::now() - begin;
    m_nextJudgement =
        Clock::now() + std::max<Clock::duration>(judgeEvery, std::chrono::duration_cast<Clock::duration>(cost / (judging * m_budget)));
}

void Recorder::tell(int64_t update, const Verdict& verdict)
{
    const auto& [rule, finding, because] = verdict;
    m_record->event(update, "verdict/" + std::string(rule->name), finding.text);
    m_news.push_back({"verdict",
                      {{"step", update},
                       {"rule", rule->name},
                       {"title", rule->title},
                       {"severity", severityName(rule->severity)},
                       {"place", finding.place},
                       {"text", finding.text.english()}}});
}

Json Recorder::end()
{
    if (!m_record) return {};
    if (m_facts.valid()) takeFacts();
    m_nextFigures = {};
    judgeNow(m_update, true);
    const WatchingCost cost{m_watcher->seconds(), m_watcher->measured()};
    writeCost(*m_record, m_update, cost);
    m_record = nullptr;
    return {{"inspection_share", cost.share}, {"inspection_seconds", cost.seconds}};
}

} // namespace ds::inspector
