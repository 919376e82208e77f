// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/step_profile.h"

#include <algorithm>
#include <chrono>
#include <map>

#include <nlohmann/json.hpp>

#include "core/graph/cost.h"
#include "core/graph/view.h"
#include "core/train/batch_feed.h"
#include "core/train/machine_rates.h"
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int64_t warmUp = 3;

double millisecondsSince(Clock::time_point begin) { return std::chrono::duration<double, std::milli>(Clock::now() - begin).count(); }

/// Takes the time of each op of a plan. Reads the clock twice an op, some 50 ns.
class Stopwatch : public PlanObserver {
public:
    explicit Stopwatch(const Plan& plan) : m_plan(plan), m_times(plan.graph().nodes.size()) {}

    void before(NodeId) override { m_begin = Clock::now(); }
    void after(NodeId node) override
    {
        m_plan.stream().synchronize();
        m_times[static_cast<std::size_t>(node)].push_back(millisecondsSince(m_begin));
    }

    const Plan& plan() const { return m_plan; }
    /// Of each node, once for each step.
    const std::vector<std::vector<double>>& times() const { return m_times; }

private:
    const Plan& m_plan;
    Clock::time_point m_begin;
    std::vector<std::vector<double>> m_times;
};

/// Where the ops of a graph come from, and what they cost.
StepProfile profileOf(const Stopwatch& watch, const StepOps& names)
{
    StepProfile profile;
    const Graph& graph = watch.plan().graph();
    std::vector<int> place(graph.nodes.size(), 0); // of nodes among the ops; a view stands where the next op does
    double begin = 0;
    for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
        place[n] = static_cast<int>(profile.ops.size());
        const Node& node = graph.nodes[n];
        if (isView(graph, node) || watch.plan().memory().once[n]) continue;
        const Work work = workOf(graph, node);
        const StepOp& named = names.ops[profile.ops.size()];
        OpTime op{named.layer,
                  named.op,
                  named.phase,
                  begin,
                  median(watch.times()[n]),
                  work.contraction ? work.flops : 0,
                  work.read + work.written};
        begin += op.milliseconds;
        profile.ops.push_back(std::move(op));
    }
    const int last = static_cast<int>(profile.ops.size()) - 1;
    // What is kept for the states lasts beyond the last node.
    const auto opAt = [&](NodeId n) {
        return n < static_cast<NodeId>(place.size()) ? std::min(last, place[static_cast<std::size_t>(n)]) : last;
    };
    for (const MemoryBlock& block : watch.plan().memory().blocks) {
        const Node* maker = block.value == noId ? nullptr : graph.producer(block.value);
        profile.memory.push_back(
            {maker ? maker->origin : std::string(), opAt(block.first), opAt(block.last), static_cast<double>(block.bytes)});
    }
    profile.arenaBytes = static_cast<double>(watch.plan().arenaBytes());
    return profile;
}

/// Looks at the steps behind those that warm up.
class Profiler : public StepObserver {
public:
    std::unique_ptr<PlanObserver> attach(const Plan& plan) override
    {
        auto watch = std::make_unique<Stopwatch>(plan);
        m_names[watch.get()] = stepOpsOf(plan);
        return watch;
    }
    bool begin(PlanObserver&) override { return m_seen++ >= warmUp; }
    void end(PlanObserver& observer, int64_t, double milliseconds) override
    {
        if (m_seen <= warmUp) return;
        m_times.push_back(milliseconds);
        m_last = &static_cast<Stopwatch&>(observer);
    }
    void failed(PlanObserver&, int64_t) override {}

    /// Of the plan that ran last: with an incomplete batch there are several.
    StepProfile profile() const
    {
        if (!m_last) return {};
        StepProfile profile = profileOf(*m_last, m_names.at(m_last));
        profile.steps = static_cast<int64_t>(m_times.size());
        profile.milliseconds = median(m_times);
        return profile;
    }

private:
    std::map<const PlanObserver*, StepOps> m_names;
    const Stopwatch* m_last = nullptr;
    std::vector<double> m_times;
    int64_t m_seen = 0;
};

} // namespace

double StepProfile::of(Phase phase) const
{
    double sum = 0;
    for (const OpTime& op : ops) sum += op.phase == phase ? op.milliseconds : 0;
    return sum;
}

double StepProfile::memoryAt(int op) const
{
    double sum = 0;
    for (const MemoryStretch& stretch : memory) sum += stretch.first <= op && op <= stretch.last ? stretch.bytes : 0;
    return sum;
}

double StepProfile::shareOfLimit(double work, double moved, double time) const
{
    if (time <= 0 || limitFlops <= 0 || limitBytes <= 0) return 0;
    return std::max(work / limitFlops, moved / limitBytes) / (time / 1000);
}

std::vector<LayerTime> layerTimes(const StepProfile& profile)
{
    std::map<std::string, LayerTime> layers;
    for (const OpTime& op : profile.ops) {
        const std::string layer = op.phase == Phase::Update ? layerOf(op.layer) : op.layer;
        LayerTime& time = layers[layer];
        time.layer = layer;
        time.milliseconds[static_cast<int>(op.phase)] += op.milliseconds;
        time.flops += op.flops;
        time.bytes += op.bytes;
    }
    std::vector<LayerTime> list;
    for (auto& [name, time] : layers) list.push_back(std::move(time));
    std::stable_sort(list.begin(), list.end(), [](const LayerTime& a, const LayerTime& b) { return a.sum() > b.sum(); });
    return list;
}

Result<StepProfile> profileSteps(RunParts& parts, int64_t steps)
{
    Learner& learner = *parts.learner;
    const auto profiler = std::make_shared<Profiler>();
    learner.observe(profiler);
    BatchFeed feed(parts);
    double waited = 0;
    for (int64_t step = 0; step < steps + warmUp; ++step) {
        if (step == warmUp) waited = parts.loader->waitSeconds();
        if (const Result<StepResult> result = learner.step(feed.next()); !result) {
            learner.observe(nullptr);
            return result.error();
        }
    }
    StepProfile profile = profiler->profile();
    learner.observe(nullptr);
    profile.waiting = 1000 * (parts.loader->waitSeconds() - waited) / static_cast<double>(std::max<int64_t>(1, steps));
    profile.stateBytes = static_cast<double>(learner.states().bytes());
    for (const Ceiling& ceiling : measureCeilings()) {
        profile.limitFlops = std::max(profile.limitFlops, ceiling.flops);
        if (ceiling.flops <= 0) profile.limitBytes = std::max(profile.limitBytes, ceiling.bytes);
    }
    return profile;
}

Json profileToJson(const StepProfile& profile)
{
    Json ops = Json::array(), memory = Json::array();
    for (const OpTime& op : profile.ops)
        ops.push_back(Json::array({op.layer, op.op, phaseName(op.phase), op.begin, op.milliseconds, op.flops, op.bytes}));
    for (const MemoryStretch& stretch : profile.memory)
        memory.push_back(Json::array({stretch.layer, stretch.first, stretch.last, stretch.bytes}));
    return {{"steps", profile.steps},
            {"milliseconds", profile.milliseconds},
            {"waiting", profile.waiting},
            {"ops", std::move(ops)},
            {"memory", std::move(memory)},
            {"arena_bytes", profile.arenaBytes},
            {"state_bytes", profile.stateBytes},
            {"limit_flops", profile.limitFlops},
            {"limit_bytes", profile.limitBytes}};
}

Result<StepProfile> profileFromJson(const Json& json)
{
    StepProfile profile;
    try {
        json.at("steps").get_to(profile.steps);
        json.at("milliseconds").get_to(profile.milliseconds);
        json.at("waiting").get_to(profile.waiting);
        json.at("arena_bytes").get_to(profile.arenaBytes);
        json.at("state_bytes").get_to(profile.stateBytes);
        json.at("limit_flops").get_to(profile.limitFlops);
        json.at("limit_bytes").get_to(profile.limitBytes);
        for (const Json& op : json.at("ops"))
            profile.ops.push_back({op.at(0).get<std::string>(), op.at(1).get<std::string>(), phaseFrom(op.at(2).get<std::string>()),
                                   op.at(3).get<double>(), op.at(4).get<double>(), op.at(5).get<double>(), op.at(6).get<double>()});
        for (const Json& stretch : json.at("memory"))
            profile.memory.push_back(
                {stretch.at(0).get<std::string>(), stretch.at(1).get<int>(), stretch.at(2).get<int>(), stretch.at(3).get<double>()});
    } catch (const Json::exception&) {
        return Error{phrase("Records", "what the Inspector has recorded is damaged"), "", ""};
    }
    return profile;
}

Json chromeTrace(const StepProfile& profile)
{
    constexpr double microseconds = 1000; // in a millisecond
    Json events = Json::array();
    for (std::size_t i = 0; i < profile.ops.size(); ++i) {
        const OpTime& op = profile.ops[i];
        events.push_back({{"ph", "X"},
                          {"name", op.layer.empty() ? op.op : op.layer + ": " + op.op},
                          {"cat", phaseName(op.phase)},
                          {"pid", 0},
                          {"tid", 0},
                          {"ts", microseconds * op.begin},
                          {"dur", microseconds * op.milliseconds},
                          {"args", {{"flops", op.flops}, {"bytes", op.bytes}}}});
        events.push_back({{"ph", "C"},
                          {"name", "memory of the step"},
                          {"pid", 0},
                          {"ts", microseconds * op.begin},
                          {"args", {{"bytes", profile.memoryAt(static_cast<int>(i))}}}});
    }
    return {{"traceEvents", std::move(events)}, {"displayTimeUnit", "ms"}};
}

} // namespace ds::inspector
