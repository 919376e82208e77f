// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/step_ops.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/graph/op_spec.h"
#include "core/graph/view.h"
#include "inspector/engine/packed_statistics.h"
#include "inspector/engine/statistics_probe.h"

namespace ds::inspector {

namespace {

constexpr const char* optimizerOrigin = "optimizer";

std::string textOf(const Node& node)
{
    std::string text(node.op->name);
    if (node.op->name == "elementwise")
        for (const std::string& stage : node.attrs.strings("stages")) text += " " + stage.substr(0, stage.find(' '));
    if (const AttrValue* fused = node.attrs.find("activation"); fused && std::holds_alternative<std::string>(*fused))
        if (const auto& name = std::get<std::string>(*fused); !name.empty() && name != "none") text += " " + name;
    return text;
}

/// What there is to look at in a step.
class Anatomy {
public:
    explicit Anatomy(const Plan& plan) : m_graph(plan.graph()), m_once(plan.memory().once), m_places(m_graph.values.size(), -1)
    {
        const Graph& graph = m_graph;
        const ValueId loss = graph.findOutput("loss");
        m_loss = loss == noId ? static_cast<NodeId>(graph.nodes.size()) : graph.value(loss).producer;
        for (NodeId n = 0; n < static_cast<NodeId>(graph.nodes.size()); ++n) add(n);
        for (const StateUpdate& update : graph.updates) {
            const int made = placeOf(update.value);
            if (made < 0 || ops.values[static_cast<std::size_t>(made)].op < 0) continue; // stays what it was
            StepValue& value = ops.values[static_cast<std::size_t>(made)];
            value.name = graph.value(update.state).name;
            value.kept = true;
            StepOp& op = ops.ops[static_cast<std::size_t>(value.op)];
            // Not by its moments, which the same op may make.
            const GraphInput* input = graph.inputOf(update.state);
            if (op.layer == optimizerOrigin && input && input->kind == InputKind::Parameter) op.layer = value.name;
        }
        if (loss != noId) ops.loss = placeOf(loss);
    }

    StepOps ops;
    std::vector<Tap> taps; ///< one for each value

private:
    const Node& node(NodeId n) const { return m_graph.nodes[static_cast<std::size_t>(n)]; }
    bool isLookedAt(ValueId value) const { return value != noId && isFloat(m_graph.type(value).dtype) && m_graph.type(value).count() > 0; }

    /// What a view looks at stands for it.
    ValueId source(ValueId value) const
    {
        for (const Node* made = m_graph.producer(value); made && isView(m_graph, *made); made = m_graph.producer(value))
            value = made->inputs[0];
        return value;
    }
    int placeOf(ValueId value) const { return m_places[static_cast<std::size_t>(source(value))]; }

    /// Behind the node; before it, if no op made the value.
    void addValue(ValueId id, int op, NodeId node)
    {
        m_places[static_cast<std::size_t>(id)] = static_cast<int>(ops.values.size());
        Tap tap;
        tap.node = node, tap.before = op < 0, tap.value = id;
        const std::string& name = m_graph.value(id).name;
        ops.values.push_back({op < 0 && name.empty() ? "constant" : name, op, false, m_graph.type(id).shape.vector(), {}});
        taps.push_back(std::move(tap));
    }

    void add(NodeId n)
    {
        const Node& made = node(n);
        if (isView(m_graph, made) || m_once[static_cast<std::size_t>(n)]) return;
        StepOp op{made.origin,
                  textOf(made),
                  n <= m_loss                      ? Phase::Forward
                  : made.origin == optimizerOrigin ? Phase::Update
                                                   : Phase::Backward,
                  {},
                  {}};
        const int place = static_cast<int>(ops.ops.size());
        for (ValueId input : made.inputs) {
            if (!isLookedAt(input)) continue;
            const ValueId from = source(input);
            // A feed, parameter or state: as it is when it is read first.
            if (placeOf(from) < 0 && isLookedAt(from)) addValue(from, -1, n);
            if (const int read = placeOf(from); read >= 0) op.reads.push_back(read);
        }
        for (ValueId output : made.outputs) {
            if (!isLookedAt(output)) continue;
            addValue(output, place, n);
            op.makes.push_back(placeOf(output));
        }
        ops.ops.push_back(std::move(op));
    }

    const Graph& m_graph;
    const std::vector<bool>& m_once; // nodes
    NodeId m_loss;
    std::vector<int> m_places; // of values among those that are looked at
};

class OpProbe : public StatisticsProbe {
public:
    OpProbe(const Plan& plan, Anatomy anatomy) : StatisticsProbe(plan, std::move(anatomy.taps)), m_ops(std::move(anatomy.ops))
    {
        std::vector<std::size_t> all(taps().size());
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
        choose(all);
    }

    StepOps take()
    {
        StepOps ops = m_ops;
        for (const Observation& seen : observations()) ops.values[seen.tap].statistics = seen.statistics;
        forget();
        return ops;
    }

private:
    StepOps m_ops; // without statistics
};

class ValueProbe : public PlanObserver {
public:
    /// Without a tap it takes nothing: a plan that only accumulates may have fewer values.
    ValueProbe(const Plan& plan, std::optional<Tap> tap, Tensor& taken) : m_plan(plan), m_tap(std::move(tap)), m_taken(taken) {}

    void before(NodeId node) override { take(node, true); }
    void after(NodeId node) override { take(node, false); }

private:
    void take(NodeId node, bool before)
    {
        if (m_tap && m_tap->node == node && m_tap->before == before) m_taken = m_plan.value(m_tap->value);
    }

    const Plan& m_plan;
    std::optional<Tap> m_tap;
    Tensor& m_taken;
};

constexpr const char* phaseNames[phases] = {"forward", "backward", "update"};

} // namespace

const char* phaseName(Phase phase) { return phaseNames[static_cast<int>(phase)]; }

Phase phaseFrom(const std::string& name)
{
    const auto at = std::find(std::begin(phaseNames), std::end(phaseNames), name);
    return at == std::end(phaseNames) ? Phase::Forward : static_cast<Phase>(at - std::begin(phaseNames));
}

StepOps stepOpsOf(const Plan& plan) { return Anatomy(plan).ops; }

Json stepOpsToJson(const StepOps& ops)
{
    Json list = Json::array(), values = Json::array();
    for (const StepOp& op : ops.ops) list.push_back(Json::array({op.layer, op.op, phaseName(op.phase), op.reads, op.makes}));
    for (const StepValue& v : ops.values) values.push_back(Json::array({v.name, v.op, v.kept, v.shape, pack(v.statistics)}));
    return {{"ops", std::move(list)}, {"values", std::move(values)}, {"loss", ops.loss}};
}

Result<StepOps> stepOpsFromJson(const Json& json)
{
    StepOps ops;
    json.at("loss").get_to(ops.loss);
    for (const Json& v : json.at("values")) {
        TensorStatistics statistics = DS_TRY(unpackStatistics(v.at(4).get<std::vector<uint8_t>>()));
        ops.values.push_back({v.at(0).get<std::string>(), v.at(1).get<int>(), v.at(2).get<bool>(), v.at(3).get<std::vector<int64_t>>(),
                              std::move(statistics)});
    }
    for (const Json& op : json.at("ops"))
        ops.ops.push_back({op.at(0).get<std::string>(), op.at(1).get<std::string>(), phaseFrom(op.at(2).get<std::string>()),
                           op.at(3).get<std::vector<int>>(), op.at(4).get<std::vector<int>>()});
    // Places are looked up without a question later.
    const auto within = [](int place, std::size_t count) { return place >= -1 && place < static_cast<int>(count); };
    bool sound = within(ops.loss, ops.values.size());
    for (const StepValue& value : ops.values) sound = sound && within(value.op, ops.ops.size());
    for (const StepOp& op : ops.ops)
        for (const std::vector<int>* list : {&op.reads, &op.makes})
            for (int place : *list) sound = sound && place >= 0 && within(place, ops.values.size());
    if (!sound) return Error{phrase("Records", "what the Inspector has recorded is damaged"), "", ""};
    return ops;
}

std::unique_ptr<PlanObserver> OpWatcher::attach(const Plan& plan) { return std::make_unique<OpProbe>(plan, Anatomy(plan)); }

bool OpWatcher::begin(PlanObserver&) { return m_looking; }

void OpWatcher::end(PlanObserver& observer, int64_t update, double)
{
    if (m_looking) m_looking = m_see(update, static_cast<OpProbe&>(observer).take());
}

void OpWatcher::failed(PlanObserver& observer, int64_t update) { m_looking = m_see(update, static_cast<OpProbe&>(observer).take()); }

std::unique_ptr<PlanObserver> ValueWatcher::attach(const Plan& plan)
{
    const std::vector<Tap> taps = Anatomy(plan).taps;
    const auto at = static_cast<std::size_t>(m_value);
    return std::make_unique<ValueProbe>(plan, at < taps.size() ? std::optional(taps[at]) : std::nullopt, m_taken);
}

bool ValueWatcher::begin(PlanObserver&)
{
    m_taken = {};
    return true;
}

} // namespace ds::inspector
