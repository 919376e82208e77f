// SPDX-License-Identifier: Apache-2.0
#include "core/graph/verify.h"

#include <set>

#include "core/graph/builder.h"

namespace ds {

namespace {

class Verifier {
public:
    explicit Verifier(const Graph& graph) : m_graph(graph), m_defined(graph.values.size()) {}

    Errors run()
    {
        std::set<std::string> names;
        for (const GraphInput& input : m_graph.inputs) {
            if (!define(input.value, "input")) continue;
            const ValueInfo& info = m_graph.value(input.value);
            if (info.name.empty()) fail("an input has no name", "input");
            if (!names.insert(info.name).second) fail("two inputs have this name", info.name);
            if (info.producer != noId) fail("an input has a producer", info.name);
        }
        for (std::size_t n = 0; n < m_graph.nodes.size(); ++n) node(static_cast<NodeId>(n));
        std::set<std::string> outputNames;
        for (const GraphOutput& output : m_graph.outputs) {
            if (!outputNames.insert(output.name).second) fail("two outputs have this name", output.name);
            read(output.value, "output " + output.name);
        }
        std::set<ValueId> updated;
        for (const StateUpdate& update : m_graph.updates) update_(update, updated);
        return m_errors;
    }

private:
    void fail(const Phrase& text, const std::string& where) { m_errors.push_back({text, where, ""}); }
    bool inRange(ValueId id) const { return id >= 0 && static_cast<std::size_t>(id) < m_graph.values.size(); }

    bool define(ValueId id, const std::string& where)
    {
        if (!inRange(id)) return fail("a value id is out of range", where), false;
        if (m_defined[static_cast<std::size_t>(id)]) return fail("%" + std::to_string(id) + " is defined twice", where), false;
        m_defined[static_cast<std::size_t>(id)] = true;
        const ValueInfo& info = m_graph.value(id);
        if (const Status status = checkLayout(info.layout, info.type.shape.rank()); !status) fail(status.error().text, where);
        return true;
    }

    bool read(ValueId id, const std::string& where)
    {
        if (!inRange(id)) return fail("a value id is out of range", where), false;
        if (!m_defined[static_cast<std::size_t>(id)]) return fail("%" + std::to_string(id) + " is read before it is defined", where), false;
        return true;
    }

    void node(NodeId id)
    {
        const Node& node = m_graph.nodes[static_cast<std::size_t>(id)];
        const std::string where = "node " + std::to_string(id) + " (" + std::string(node.op->name) + ")";
        std::vector<const TensorType*> types;
        bool ok = true;
        for (ValueId input : node.inputs) {
            if (input != noId) ok = read(input, where) && ok;
            types.push_back(input == noId || !ok ? nullptr : &m_graph.type(input));
        }
        for (ValueId output : node.outputs) {
            ok = define(output, where) && ok;
            if (ok && m_graph.value(output).producer != id) fail("an output names another producer", where);
        }
        if (!ok) return;
        Attrs attrs = node.attrs;
        const Inferred inferred = inferTypes(*node.op, types, attrs);
        if (!inferred) return fail(inferred.error().text, where);
        if (inferred->size() != node.outputs.size()) return fail("the number of outputs is wrong", where);
        for (std::size_t i = 0; i < node.outputs.size(); ++i)
            if (const TensorType& type = m_graph.type(node.outputs[i]); type != (*inferred)[i])
                fail("output " + std::to_string(i) + " is " + type.text() + ", inference gives " + (*inferred)[i].text(), where);
    }

    void update_(const StateUpdate& update, std::set<ValueId>& updated)
    {
        if (!read(update.state, "update") || !read(update.value, "update")) return;
        const std::string where = "update of " + m_graph.value(update.state).name;
        const GraphInput* input = m_graph.inputOf(update.state);
        if (!input || input->kind == InputKind::Feed) fail("only parameters and states can be updated", where);
        if (m_graph.type(update.state) != m_graph.type(update.value)) fail("the new value has another type", where);
        if (!updated.insert(update.state).second) fail("there are two updates", where);
    }

    const Graph& m_graph;
    std::vector<bool> m_defined;
    Errors m_errors;
};

} // namespace

Errors verify(const Graph& graph) { return Verifier(graph).run(); }

} // namespace ds
