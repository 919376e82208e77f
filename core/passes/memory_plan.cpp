// SPDX-License-Identifier: Apache-2.0
#include "core/passes/memory_plan.h"

#include <algorithm>

#include "core/graph/op_spec.h"
#include "core/graph/view.h"

namespace ds {

namespace {

constexpr std::size_t alignment = 64;
/// Constants above this size are made anew in each step rather than kept.
constexpr std::size_t largestKept = std::size_t{16} << 20;

std::size_t aligned(std::size_t bytes) { return (bytes + alignment - 1) / alignment * alignment; }

class Planner {
public:
    Planner(const Graph& graph, const std::vector<std::size_t>& workspace, bool frozen)
        : m_graph(graph), m_workspace(workspace), m_frozen(frozen)
    {
    }

    MemoryPlan run()
    {
        const std::size_t count = m_graph.values.size();
        m_plan.places.resize(count);
        m_root.resize(count);
        m_last.assign(count, -1);
        for (std::size_t v = 0; v < count; ++v) {
            m_root[v] = static_cast<ValueId>(v);
            const ValueInfo& info = m_graph.values[v];
            m_plan.places[v].bytes = static_cast<std::size_t>(storedCount(info.layout, info.type.shape)) * sizeOf(info.type.dtype);
        }
        placeInputs();
        findOnce();
        for (std::size_t n = 0; n < m_graph.nodes.size(); ++n)
            for (ValueId input : m_graph.nodes[n].inputs)
                if (input != noId) m_last[static_cast<std::size_t>(input)] = static_cast<NodeId>(n);
        // What the caller reads after the step lives to its end.
        for (const GraphOutput& output : m_graph.outputs) m_last[static_cast<std::size_t>(output.value)] = end();
        // A state that goes into another one is read at the end.
        for (const StateUpdate& update : m_graph.updates)
            if (producer(update.value) == noId || isView(m_graph, *m_graph.producer(update.value))) last(update.value) = end();
        // Reading a view is reading what it looks at.
        for (std::size_t n = m_graph.nodes.size(); n-- > 0;)
            if (const Node& node = m_graph.nodes[n]; isView(m_graph, node))
                last(node.inputs.front()) = std::max(last(node.inputs.front()), last(node.outputs.front()));
        placeUpdates();
        shareStorage();
        orderCopies();
        layOut();
        return std::move(m_plan);
    }

private:
    bool isOnce(NodeId node) const { return node < end() && m_plan.once[static_cast<std::size_t>(node)]; }
    NodeId end() const { return static_cast<NodeId>(m_graph.nodes.size()); }
    Place& place(ValueId id) { return m_plan.places[static_cast<std::size_t>(id)]; }
    ValueId root(ValueId id) const { return m_root[static_cast<std::size_t>(id)]; }
    NodeId& last(ValueId id) { return m_last[static_cast<std::size_t>(id)]; }
    NodeId producer(ValueId id) const { return m_graph.value(id).producer; }

    void findOnce()
    {
        std::vector<bool> constant = constantValues(m_graph, m_frozen);
        m_plan.once.resize(m_graph.nodes.size());
        for (std::size_t n = 0; n < m_graph.nodes.size(); ++n) {
            const Node& node = m_graph.nodes[n];
            std::size_t bytes = 0;
            for (ValueId output : node.outputs) bytes += place(output).bytes;
            // Constants that are too large to be kept are made in each step, and so is what depends on them.
            m_plan.once[n] = constant[static_cast<std::size_t>(node.outputs.front())] && (m_frozen || bytes <= largestKept) &&
                             std::all_of(node.inputs.begin(), node.inputs.end(),
                                         [&](ValueId input) { return input == noId || constant[static_cast<std::size_t>(input)]; });
            for (ValueId output : node.outputs) constant[static_cast<std::size_t>(output)] = m_plan.once[n];
        }
        placeOnce();
    }

    /// What other nodes or the caller read is kept. The rest lies in the arena while the plan is made: nothing else is there then.
    void placeOnce()
    {
        std::vector<bool> kept(m_graph.values.size());
        for (const GraphOutput& output : m_graph.outputs) kept[static_cast<std::size_t>(output.value)] = true;
        for (const StateUpdate& update : m_graph.updates) kept[static_cast<std::size_t>(update.value)] = true;
        for (std::size_t n = m_graph.nodes.size(); n-- > 0;) {
            const Node& node = m_graph.nodes[n];
            for (ValueId input : node.inputs)
                if (input != noId && (!m_plan.once[n] || (isView(m_graph, node) && kept[static_cast<std::size_t>(node.outputs.front())])))
                    kept[static_cast<std::size_t>(input)] = true;
        }
        for (std::size_t n = 0; n < m_graph.nodes.size(); ++n) {
            const Node& node = m_graph.nodes[n];
            if (!m_plan.once[n]) continue;
            if (isView(m_graph, node)) {
                if (place(node.inputs.front()).home != Home::Arena) place(node.outputs.front()) = place(node.inputs.front());
                continue;
            }
            for (ValueId output : node.outputs) {
                if (!kept[static_cast<std::size_t>(output)]) continue;
                place(output).home = Home::Once;
                place(output).offset = m_plan.onceBytes;
                m_plan.onceBytes += aligned(place(output).bytes);
            }
        }
    }

    void placeInputs()
    {
        for (const GraphInput& input : m_graph.inputs) {
            place(input.value).home = input.kind == InputKind::Feed ? Home::Feed : Home::State;
            place(input.value).owner = input.value;
        }
    }

    /// An update is written straight into its state if nobody reads the old value afterwards.
    void placeUpdates()
    {
        std::vector<bool> taken(m_graph.values.size());
        for (const StateUpdate& update : m_graph.updates) {
            const NodeId made = producer(update.value);
            const bool sameForm = m_graph.value(update.state).layout == m_graph.value(update.value).layout;
            const bool readLater =
                made != noId && (last(update.state) > made || (last(update.state) == made && !mayOverwrite(made, update)));
            const bool view = made != noId && isView(m_graph, m_graph.nodes[static_cast<std::size_t>(made)]);
            if (made == noId || !sameForm || readLater || view || place(update.value).home != Home::Arena ||
                taken[static_cast<std::size_t>(update.value)]) {
                m_plan.copies.push_back({update});
                last(update.value) = end();
                continue;
            }
            taken[static_cast<std::size_t>(update.value)] = true;
            place(update.value).home = Home::State;
            place(update.value).owner = update.state;
        }
    }

    /// What is copied out of a state goes before what is copied into it. States that are exchanged in a circle have no such
    /// order: one of them is saved.
    void orderCopies()
    {
        std::vector<StateCopy> waiting = std::move(m_plan.copies);
        m_plan.copies.clear();
        while (!waiting.empty()) {
            const auto next = std::find_if(waiting.begin(), waiting.end(), [&](const StateCopy& copy) {
                return std::none_of(waiting.begin(), waiting.end(), [&](const StateCopy& other) {
                    return !other.saved && other.update.state != copy.update.state && place(other.update.value).owner == copy.update.state;
                });
            });
            if (next == waiting.end()) {
                std::find_if(waiting.begin(), waiting.end(), [](const StateCopy& copy) { return !copy.saved; })->saved = true;
                continue;
            }
            m_plan.copies.push_back(*next);
            waiting.erase(next);
        }
    }

    bool mayOverwrite(NodeId made, const StateUpdate& update) const
    {
        const Node& node = m_graph.nodes[static_cast<std::size_t>(made)];
        for (const InPlace& pair : node.op->inPlace)
            if (isThere(node, pair) && node.inputs[static_cast<std::size_t>(pair.input)] == update.state &&
                node.outputs[static_cast<std::size_t>(pair.output)] == update.value)
                return readsOnce(node, update.state);
        return false;
    }

    /// Optional ports at the end may be missing.
    static bool isThere(const Node& node, const InPlace& pair)
    {
        return static_cast<std::size_t>(pair.input) < node.inputs.size() && static_cast<std::size_t>(pair.output) < node.outputs.size();
    }

    static bool readsOnce(const Node& node, ValueId value) { return std::count(node.inputs.begin(), node.inputs.end(), value) == 1; }

    /// Views take the memory of what they look at; in-place outputs that of an input that dies there.
    void shareStorage()
    {
        for (std::size_t n = 0; n < m_graph.nodes.size(); ++n) {
            const Node& node = m_graph.nodes[n];
            if (m_plan.once[n] && !(isView(m_graph, node) && place(node.inputs.front()).home == Home::Arena)) continue;
            if (isView(m_graph, node)) {
                const ValueId from = root(node.inputs.front());
                m_root[static_cast<std::size_t>(node.outputs.front())] = from;
                place(node.outputs.front()) = place(from);
                last(from) = std::max(last(from), last(node.outputs.front()));
                continue;
            }
            std::vector<ValueId> used;
            for (const InPlace& pair : node.op->inPlace) {
                if (!isThere(node, pair)) continue;
                const ValueId input = node.inputs[static_cast<std::size_t>(pair.input)];
                const ValueId output = node.outputs[static_cast<std::size_t>(pair.output)];
                if (input == noId || place(output).home != Home::Arena || root(output) != output) continue;
                const ValueId from = root(input);
                const bool dies = place(from).home == Home::Arena && last(from) == static_cast<NodeId>(n) && readsOnce(node, input) &&
                                  readsStorageOnce(node, from) && std::find(used.begin(), used.end(), from) == used.end();
                if (!dies || place(from).bytes != place(output).bytes || m_graph.type(input) != m_graph.type(output) ||
                    !(m_graph.value(input).layout == m_graph.value(output).layout))
                    continue;
                used.push_back(from);
                m_root[static_cast<std::size_t>(output)] = from;
                last(from) = std::max(last(from), last(output));
            }
        }
    }

    bool readsStorageOnce(const Node& node, ValueId storage) const
    {
        return std::count_if(node.inputs.begin(), node.inputs.end(), [&](ValueId v) { return v != noId && root(v) == storage; }) == 1;
    }

    /// Greedy by size: the largest first, each at the lowest offset that is free during its life
    /// (Pisarchyk & Lee, "Efficient Memory Management for Deep Neural Net Inference", 2020).
    void layOut()
    {
        std::vector<MemoryBlock> blocks;
        std::vector<std::pair<ValueId, std::size_t>> values;
        for (std::size_t v = 0; v < m_graph.values.size(); ++v) {
            const auto id = static_cast<ValueId>(v);
            if (place(id).home != Home::Arena || root(id) != id || producer(id) == noId) continue;
            values.emplace_back(id, blocks.size());
            blocks.push_back({id, aligned(place(id).bytes), producer(id), std::max(last(id), producer(id)), 0});
        }
        const std::size_t firstWorkspace = blocks.size();
        for (std::size_t n = 0; n < m_graph.nodes.size(); ++n)
            blocks.push_back({noId, aligned(m_workspace[n]), static_cast<NodeId>(n), static_cast<NodeId>(n), 0});
        const std::size_t firstSaved = blocks.size();
        for (const StateCopy& copy : m_plan.copies)
            blocks.push_back({noId, copy.saved ? aligned(place(copy.update.value).bytes) : 0, end(), end(), 0});
        // What is only there while the plan is made has the arena for itself.
        assign(blocks, false);
        assign(blocks, true);
        for (std::size_t i = 0; i < m_plan.copies.size(); ++i) m_plan.copies[i].offset = blocks[firstSaved + i].offset;
        for (const auto& [id, i] : values) place(id).offset = blocks[i].offset;
        for (std::size_t v = 0; v < m_graph.values.size(); ++v) {
            const auto id = static_cast<ValueId>(v);
            if (place(id).home == Home::Arena && root(id) != id) place(id).offset = place(root(id)).offset;
        }
        m_plan.workspaceOffset.resize(m_graph.nodes.size());
        for (std::size_t n = 0; n < m_graph.nodes.size(); ++n) m_plan.workspaceOffset[n] = blocks[firstWorkspace + n].offset;
        std::erase_if(blocks, [this](const MemoryBlock& block) { return block.bytes == 0 || isOnce(block.first); });
        m_plan.blocks = std::move(blocks);
    }

    void assign(std::vector<MemoryBlock>& blocks, bool once)
    {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < blocks.size(); ++i)
            if (blocks[i].bytes && isOnce(blocks[i].first) == once) order.push_back(i);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return blocks[a].bytes > blocks[b].bytes; });
        std::vector<std::size_t> placed; // by offset
        for (std::size_t i : order) {
            MemoryBlock& block = blocks[i];
            std::size_t at = 0;
            for (std::size_t j : placed) {
                const MemoryBlock& other = blocks[j];
                if (other.last < block.first || block.last < other.first) continue;
                if (other.offset >= at + block.bytes) break;
                at = std::max(at, other.offset + other.bytes);
            }
            block.offset = at;
            const auto before = std::upper_bound(placed.begin(), placed.end(), at,
                                                 [&](std::size_t offset, std::size_t j) { return offset < blocks[j].offset; });
            placed.insert(before, i);
            m_plan.arenaBytes = std::max(m_plan.arenaBytes, at + block.bytes);
        }
    }

    const Graph& m_graph;
    const std::vector<std::size_t>& m_workspace;
    const bool m_frozen;
    MemoryPlan m_plan;
    std::vector<ValueId> m_root;
    std::vector<NodeId> m_last;
};

} // namespace

std::vector<bool> constantValues(const Graph& graph, bool frozen)
{
    std::vector<bool> constant(graph.values.size());
    for (const GraphInput& input : graph.inputs) constant[static_cast<std::size_t>(input.value)] = frozen && input.kind != InputKind::Feed;
    for (const StateUpdate& update : graph.updates) constant[static_cast<std::size_t>(update.state)] = false;
    for (const Node& node : graph.nodes) {
        const bool all = std::all_of(node.inputs.begin(), node.inputs.end(),
                                     [&](ValueId input) { return input == noId || constant[static_cast<std::size_t>(input)]; });
        for (ValueId output : node.outputs) constant[static_cast<std::size_t>(output)] = all && !node.op->random;
    }
    return constant;
}

MemoryPlan planMemory(const Graph& graph, const std::vector<std::size_t>& workspace, bool frozen)
{
    return Planner(graph, workspace, frozen).run();
}

} // namespace ds
