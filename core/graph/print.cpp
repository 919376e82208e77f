// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/graph/op_spec.h"
#include "core/graph/text.h"

namespace ds {

namespace {

std::string attrsText(const Attrs& attrs, const std::vector<AttrSpec>* specs)
{
    std::string out;
    for (const auto& [name, value] : attrs) {
        if (specs) {
            const auto spec = std::find_if(specs->begin(), specs->end(), [&name = name](const AttrSpec& s) { return s.name == name; });
            if (spec != specs->end() && !spec->required && spec->fallback == value) continue;
        }
        out += (out.empty() ? "{" : ", ") + name + " = " + attrText(value);
    }
    return out.empty() ? "" : " " + out + "}";
}

class Printer {
public:
    explicit Printer(const Graph& graph) : m_graph(graph) {}

    std::string run()
    {
        m_out = "graph " + attrText(AttrValue(m_graph.name)) + " {\n";
        for (const GraphInput& input : m_graph.inputs) {
            static constexpr const char* kinds[] = {"feed ", "parameter ", "state "};
            m_out += std::string("  ") + kinds[static_cast<int>(input.kind)] + typed(input.value);
            if (!input.initializer.empty()) m_out += " = " + input.initializer + attrsText(input.initializerAttrs, nullptr);
            m_out += '\n';
        }
        for (const Node& node : m_graph.nodes) {
            m_out += "  ";
            for (std::size_t i = 0; i < node.outputs.size(); ++i) m_out += (i ? ", " : "") + typed(node.outputs[i]);
            m_out += " = " + std::string(node.op->name) + "(";
            for (std::size_t i = 0; i < node.inputs.size(); ++i)
                m_out += (i ? ", " : "") + (node.inputs[i] == noId ? "_" : reference(node.inputs[i]));
            m_out += ")" + attrsText(node.attrs, &node.op->attributes);
            if (node.again) m_out += " again";
            if (!node.origin.empty()) m_out += " @" + node.origin;
            m_out += '\n';
        }
        for (const GraphOutput& output : m_graph.outputs) m_out += "  output " + output.name + " = " + reference(output.value) + '\n';
        for (const StateUpdate& update : m_graph.updates)
            m_out += "  update " + reference(update.state) + " = " + reference(update.value) + '\n';
        return m_out + "}\n";
    }

private:
    std::string reference(ValueId id) const
    {
        const ValueInfo& info = m_graph.value(id);
        return "%" + (info.name.empty() ? std::to_string(id) : info.name);
    }
    std::string typed(ValueId id) const
    {
        const ValueInfo& info = m_graph.value(id);
        return reference(id) + ": " + info.type.text() + (info.layout.plain() ? "" : ":" + info.layout.tag());
    }

    const Graph& m_graph;
    std::string m_out;
};

} // namespace

std::string printGraph(const Graph& graph) { return Printer(graph).run(); }

} // namespace ds
