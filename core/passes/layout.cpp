// SPDX-License-Identifier: Apache-2.0
#include "core/passes/layout.h"

#include <map>
#include <optional>

#include "core/graph/op_spec.h"
#include "core/graph/view.h"
#include "core/passes/rewriter.h"

namespace ds {

namespace {

class LayoutPass {
public:
    LayoutPass(const Graph& graph, const LayoutsOf& wishes, const StateLayout& stateLayout)
        : m_from(graph), m_wishes(wishes), m_rewriter(graph), m_readers(readers(graph))
    {
        for (const GraphInput& input : graph.inputs) {
            if (input.kind == InputKind::Feed) continue;
            const ValueId id = m_rewriter.map(input.value).id();
            if (const Layout* kept = stateLayout(graph.value(input.value).name)) info(id).layout = *kept;
            else open(id, id);
        }
    }

    Graph run()
    {
        for (const Node& node : m_from.nodes) visit(node);
        // Whoever reads outputs and the states expects the promised layout.
        for (const GraphOutput& output : m_from.outputs) m_rewriter.set(output.value, in(m_rewriter.map(output.value), {}));
        return finish();
    }

private:
    ValueInfo& info(ValueId id) { return m_rewriter.builder().graph().value(id); }

    void open(ValueId value, ValueId state)
    {
        m_open[value] = state;
        m_together[state].push_back(value);
    }
    /// Decides about the layout of a state and of what shares its fate; false if that is done already.
    bool close(ValueId value, const Layout& layout)
    {
        const auto found = m_open.find(value);
        if (found == m_open.end()) return false;
        for (ValueId member : m_together[found->second]) {
            info(member).layout = layout;
            m_open.erase(member);
        }
        return true;
    }

    /// The same value in another layout. An undecided state takes it on; else a reorder is added, once for each layout.
    Value in(Value value, const Layout& layout)
    {
        if (close(value.id(), layout) || info(value.id()).layout == layout) return value;
        const auto [at, fresh] = m_reordered.try_emplace({value.id(), layout.tag()});
        if (fresh) {
            at->second = m_rewriter.builder().op("reorder", {value}, {{"from", info(value.id()).layout.tag()}, {"to", layout.tag()}});
            info(at->second.id()).layout = layout;
        }
        return at->second;
    }

    void visit(const Node& node)
    {
        Values inputs = m_rewriter.map(node.inputs);
        LayoutWish wish = node.op->anyLayout ? follow(inputs, node) : ask(inputs, node);
        if (const auto layout = unmoved(inputs, node)) wish = {{info(inputs[0].id()).layout}, {*layout}};
        // The cast of an undecided state is as undecided as the state.
        const bool undecided = node.op->anyLayout && inputs.size() == 1 && node.outputs.size() == 1 && m_open.count(inputs[0].id()) &&
                               inputs[0].shape() == m_from.type(node.outputs[0]).shape;
        for (std::size_t i = 0; i < inputs.size() && !undecided; ++i)
            if (inputs[i]) inputs[i] = in(inputs[i], wish.inputs[i]);
        m_rewriter.builder().setOrigin(node.origin);
        const Values outputs = m_rewriter.builder().ops(*node.op, inputs, node.attrs);
        m_rewriter.builder().graph().nodes.back().again = node.again;
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            info(outputs[i].id()).layout = wish.outputs[i];
            m_rewriter.set(node.outputs[i], outputs[i]);
        }
        if (undecided) open(outputs[0].id(), m_open.at(inputs[0].id()));
    }

    LayoutWish ask(const Values& inputs, const Node& node)
    {
        std::vector<Layout> now;
        for (const Value& input : inputs) now.push_back(input ? info(input.id()).layout : Layout{});
        return m_wishes(m_from, node, now);
    }

    /// The layout in which a transposition is done without moving anything, if that is row-major or what a reader takes.
    std::optional<Layout> unmoved(const Values& inputs, const Node& node)
    {
        if (inputs.size() != 1 || m_open.count(inputs[0].id())) return std::nullopt;
        auto layout = transposedLayout(node, info(inputs[0].id()).layout);
        if (!layout || layout->plain()) return layout;
        const ValueId result = node.outputs.front();
        for (NodeId n : m_readers[static_cast<std::size_t>(result)]) {
            const Node& reader = m_from.nodes[static_cast<std::size_t>(n)];
            std::vector<Layout> now(reader.inputs.size());
            for (std::size_t i = 0; i < now.size(); ++i)
                if (reader.inputs[i] == result) now[i] = *layout;
            const LayoutWish wish = reader.op->anyLayout ? LayoutWish{} : m_wishes(m_from, reader, now);
            for (std::size_t i = 0; i < wish.inputs.size(); ++i)
                if (reader.inputs[i] == result && wish.inputs[i] == *layout) return layout;
        }
        return std::nullopt;
    }

    /// All operands of full size in the layout of the first that has one; single numbers fit any. With operands that are
    /// broadcast along some dimensions everything is row-major.
    LayoutWish follow(const Values& inputs, const Node& node)
    {
        LayoutWish wish{std::vector<Layout>(inputs.size()), std::vector<Layout>(node.outputs.size())};
        const Shape& full = m_from.type(node.outputs.front()).shape;
        Layout layout;
        for (const Value& input : inputs) {
            if (!input || (input.shape().count() == 1 && full.count() != 1)) continue;
            if (input.shape() != full) return wish;
            if (layout.plain() && !m_open.count(input.id())) layout = info(input.id()).layout;
        }
        for (std::size_t i = 0; i < inputs.size(); ++i)
            if (inputs[i] && inputs[i].shape() == full) wish.inputs[i] = layout;
        for (std::size_t i = 0; i < node.outputs.size(); ++i)
            if (m_from.type(node.outputs[i]).shape == full) wish.outputs[i] = layout;
        return wish;
    }

    Graph finish()
    {
        // An update must come in the layout of its state; two states may be updated with one value.
        std::vector<StateUpdate> updates;
        for (const StateUpdate& update : m_from.updates) {
            const Value state = m_rewriter.map(update.state);
            close(state.id(), info(state.id()).layout);
            updates.push_back({state.id(), in(m_rewriter.map(update.value), info(state.id()).layout).id()});
        }
        Graph result = m_rewriter.finish();
        result.updates = std::move(updates);
        return result;
    }

    const Graph& m_from;
    const LayoutsOf& m_wishes;
    Rewriter m_rewriter;
    std::vector<std::vector<NodeId>> m_readers;
    // States whose layout is still free, and what is made of one alone by ops that work on any layout: the state of each.
    std::map<ValueId, ValueId> m_open;
    std::map<ValueId, std::vector<ValueId>> m_together; // by state
    std::map<std::pair<ValueId, std::string>, Value> m_reordered;
};

} // namespace

Graph assignLayouts(const Graph& graph, const LayoutsOf& wishes, const StateLayout& stateLayout)
{
    return LayoutPass(graph, wishes, stateLayout).run();
}

} // namespace ds
