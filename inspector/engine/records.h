// SPDX-License-Identifier: Apache-2.0
// What the records of a run hold of the Inspector: what was seen, what is known beforehand, and the verdicts.
//
// Histograms "activation/conv1", "weight_gradient/conv1.weight", ...: packed statistics. Events without a text: "inspector/series", which
// of them there are; "inspector/facts"; "inspector/evaluation", what it
// showed beyond its loss; "inspector/devices", what each of several devices did; "inspector/failure"; "inspector/verdicts",
// the whole list whenever it has changed; "inspector/cost". Events with a text: "verdict/RULE", the first verdict of each rule.
#pragma once

#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/store/run_store.h"
#include "inspector/engine/rule.h"

namespace ds {
class RunRecord;
}

namespace ds::inspector {

/// A series that was not told of before goes before its first statistics.
class SightRecords {
public:
    void write(RunRecord& record, const std::vector<Sight>& sights);
    /// Those are told of already.
    void skip(const Trace& trace);

private:
    std::set<std::pair<std::string, Quantity>> m_told;
};

void writeFacts(RunRecord& record, const Facts& facts);
void writeEvaluation(RunRecord& record, const Trace::Evaluation& evaluation);
void writeDevices(RunRecord& record, const Trace::DeviceReport& report);
void writeFailure(RunRecord& record, const Trace::Failure& failure);
/// What watching took: seconds, and their share of the time of the steps.
struct WatchingCost {
    double seconds = 0, share = 0;
};
void writeCost(RunRecord& record, int64_t update, const WatchingCost& cost);
void writeVerdicts(RunRecord& record, int64_t update, const std::vector<Verdict>& verdicts);

/// Reads the records of a run, and again what has come since. Not recorded, and so not there: the times of steps.
class TraceReader {
public:
    /// `until`: updates behind it are left out.
    TraceReader(std::string run, int64_t until = std::numeric_limits<int64_t>::max()) : m_run(std::move(run)), m_until(until) {}

    /// Whether there was anything new.
    Result<bool> read(RunStore& store);
    const Trace& trace() const { return m_trace; }
    Trace take() { return std::move(m_trace); }
    /// As they were recorded last. Of rules that this program knows.
    const std::vector<Verdict>& verdicts() const { return m_verdicts; }
    /// Nothing before the run has ended for the first time.
    const std::optional<WatchingCost>& cost() const { return m_cost; }

private:
    Status readEvent(const EventRecord& event, const RunInfo& info);
    Status readSteps(RunStore& store);
    Status readEvaluations(RunStore& store);
    Status readSights(RunStore& store);

    std::string m_run;
    int64_t m_until, m_events = 0, m_step = 0, m_evaluation = 0; // events that were read, and of what step the last
    bool m_news = false;
    std::vector<Trace::Series> m_known; // without looks
    Trace m_trace;
    std::vector<Verdict> m_verdicts;
    std::optional<WatchingCost> m_cost;
};

} // namespace ds::inspector
