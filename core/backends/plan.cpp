// SPDX-License-Identifier: Apache-2.0
#include "core/backends/plan.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "core/backends/request.h"
#include "core/graph/op_spec.h"
#include "core/graph/view.h"

namespace ds {

Plan::Plan(Graph graph, Backend& backend, StateStore& states, std::shared_ptr<DeviceMemory>& arena, bool frozen)
    : m_graph(std::move(graph)), m_backend(backend), m_states(states), m_stream(backend.createStream())
{
    std::vector<std::unique_ptr<Kernel>> kernels;
    std::vector<std::size_t> workspace;
    for (const Node& node : m_graph.nodes) {
        kernels.push_back(isView(m_graph, node) ? nullptr : backend.prepare(requestFor(m_graph, node)));
        assert(isView(m_graph, node) || kernels.back());
        workspace.push_back(kernels.back() ? kernels.back()->workspaceBytes() : 0);
    }
    m_memory = planMemory(m_graph, workspace, frozen);
    if (!arena || arena->size() < m_memory.arenaBytes) arena = backend.allocate(m_memory.arenaBytes);
    m_arena = arena;
    m_once = backend.allocate(m_memory.onceBytes);
    for (const GraphInput& input : m_graph.inputs) {
        if (input.kind != InputKind::Feed) continue;
        m_feeds.push_back(input.value);
        if (!backend.readsHostMemory()) m_feedMemory.push_back(backend.allocate(m_graph.type(input.value).bytes()));
    }
    m_feedSlots.resize(m_feeds.size());
    m_fed.resize(m_feeds.size());

    const StepContext once;
    for (std::size_t n = 0; n < m_graph.nodes.size(); ++n) {
        if (!kernels[n]) continue;
        const Node& node = m_graph.nodes[n];
        Step step{static_cast<NodeId>(n), std::move(kernels[n]), {}, {}, nullptr};
        point(step);
        if (m_memory.once[n]) {
            step.kernel->run({step.inputs.data(), step.outputs.data(), step.workspace, &once, m_stream.get()});
            continue;
        }
        for (std::size_t i = 0; i < node.inputs.size(); ++i) {
            if (node.inputs[i] == noId) continue;
            const Place& place = m_memory.places[static_cast<std::size_t>(node.inputs[i])];
            if (place.home == Home::Feed)
                m_feedSlots[static_cast<std::size_t>(std::find(m_feeds.begin(), m_feeds.end(), place.owner) - m_feeds.begin())].push_back(
                    {m_steps.size(), i});
        }
        m_steps.push_back(std::move(step));
    }
    for (const GraphOutput& output : m_graph.outputs) {
        const NodeId producer = m_graph.value(output.value).producer;
        std::size_t step = 0;
        while (step < m_steps.size() && m_steps[step].node < producer) ++step;
        m_outputStep.push_back(step);
    }
    m_stream->synchronize();
}

Plan::~Plan() = default;

/// Looks up where the step's operands lie.
void Plan::point(Step& step) const
{
    const auto n = static_cast<std::size_t>(step.node);
    const Node& node = m_graph.nodes[n];
    step.inputs.clear();
    step.outputs.clear();
    for (ValueId id : node.inputs) step.inputs.push_back(id == noId ? nullptr : address(id));
    for (ValueId id : node.outputs) step.outputs.push_back(address(id));
    step.workspace = static_cast<std::byte*>(m_arena->address()) + m_memory.workspaceOffset[n];
}

void Plan::useArena(std::shared_ptr<DeviceMemory> arena)
{
    assert(arena->size() >= m_memory.arenaBytes);
    m_arena = std::move(arena);
    for (Step& step : m_steps) point(step);
}

void* Plan::address(ValueId id) const
{
    const Place& place = m_memory.places[static_cast<std::size_t>(id)];
    switch (place.home) {
    case Home::Arena: return static_cast<std::byte*>(m_arena->address()) + place.offset;
    case Home::Once: return static_cast<std::byte*>(m_once->address()) + place.offset;
    case Home::State: return m_states.find(m_graph.value(place.owner).name)->data;
    case Home::Feed: break;
    }
    const auto feed = static_cast<std::size_t>(std::find(m_feeds.begin(), m_feeds.end(), place.owner) - m_feeds.begin());
    if (!m_feedMemory.empty()) return m_feedMemory[feed]->address();
    return m_fed.size() > feed && m_fed[feed].defined() ? const_cast<void*>(m_fed[feed].raw()) : nullptr;
}

int Plan::feedIndex(std::string_view name) const
{
    for (std::size_t i = 0; i < m_feeds.size(); ++i)
        if (m_graph.value(m_feeds[i]).name == name) return static_cast<int>(i);
    return -1;
}

void Plan::feed(int index, const Tensor& value)
{
    const auto i = static_cast<std::size_t>(index);
    assert(value.type() == m_graph.type(m_feeds[i]));
    m_fed[i] = value.contiguous();
    if (!m_feedMemory.empty()) {
        m_backend.copyIn(m_feedMemory[i]->address(), m_fed[i].raw(), value.bytes(), *m_stream);
        return;
    }
    for (const FeedSlot& slot : m_feedSlots[i]) m_steps[slot.step].inputs[slot.input] = m_fed[i].raw();
}

void Plan::run(const StepContext& context)
{
    for (Step& step : m_steps) step.kernel->run({step.inputs.data(), step.outputs.data(), step.workspace, &context, m_stream.get()});
    applyCopies();
}

bool Plan::runGuarded(const StepContext& context, int output, PlanObserver* observer)
{
    const std::size_t guarded = m_outputStep[static_cast<std::size_t>(output)];
    for (std::size_t n = 0; n < m_steps.size(); ++n) {
        Step& step = m_steps[n];
        if (observer) observer->before(step.node);
        step.kernel->run({step.inputs.data(), step.outputs.data(), step.workspace, &context, m_stream.get()});
        if (observer) observer->after(step.node);
        if (n == guarded && !std::isfinite(scalarOutput(output))) return false;
    }
    applyCopies();
    return true;
}

double Plan::runStep(std::size_t index, const StepContext& context)
{
    Step& step = m_steps[index];
    const auto begin = std::chrono::steady_clock::now();
    step.kernel->run({step.inputs.data(), step.outputs.data(), step.workspace, &context, m_stream.get()});
    m_stream->synchronize();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void Plan::applyCopies()
{
    const auto saved = [this](const StateCopy& copy) { return static_cast<std::byte*>(m_arena->address()) + copy.offset; };
    const auto bytes = [this](const StateCopy& copy) { return m_memory.places[static_cast<std::size_t>(copy.update.value)].bytes; };
    for (const StateCopy& copy : m_memory.copies)
        if (copy.saved) m_backend.copyIn(saved(copy), address(copy.update.value), bytes(copy), *m_stream);
    for (const StateCopy& copy : m_memory.copies) {
        const StateStore::Entry& entry = *m_states.find(m_graph.value(copy.update.state).name);
        m_backend.copyIn(entry.data, copy.saved ? saved(copy) : address(copy.update.value), entry.bytes, *m_stream);
    }
}

int Plan::outputIndex(std::string_view name) const
{
    for (std::size_t i = 0; i < m_graph.outputs.size(); ++i)
        if (m_graph.outputs[i].name == name) return static_cast<int>(i);
    return -1;
}

Tensor Plan::output(int index) const { return value(m_graph.outputs[static_cast<std::size_t>(index)].value); }

float Plan::scalarOutput(int index) const
{
    float result = 0;
    m_backend.copyOut(&result, address(m_graph.outputs[static_cast<std::size_t>(index)].value), sizeof result, *m_stream);
    m_stream->synchronize();
    return result;
}

Tensor Plan::value(ValueId id) const
{
    const ValueInfo& info = m_graph.value(id);
    Tensor result(info.type);
    const std::size_t bytes = m_memory.places[static_cast<std::size_t>(id)].bytes;
    if (bytes == 0) return result;
    if (info.layout.plain()) {
        m_backend.copyOut(result.raw(), address(id), bytes, *m_stream);
        m_stream->synchronize();
        return result;
    }
    Buffer stored(bytes);
    m_backend.copyOut(stored.data(), address(id), bytes, *m_stream);
    m_stream->synchronize();
    relayout(info.type.dtype, info.type.shape, info.layout, stored.data(), {}, result.raw());
    return result;
}

std::vector<Plan::StepInfo> Plan::steps() const
{
    std::vector<StepInfo> list;
    for (const Step& step : m_steps) list.push_back({step.node, step.kernel->describe(), step.kernel->workspaceBytes()});
    return list;
}

} // namespace ds
