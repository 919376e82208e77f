// SPDX-License-Identifier: Apache-2.0
#include "core/passes/mixed_precision.h"

#include <algorithm>

#include "core/graph/builder.h"
#include "core/graph/op_spec.h"

namespace ds {

namespace {

const Port& portOf(const OpSpec& op, std::size_t input) { return op.inputs[std::min(input, op.inputs.size() - 1)]; }

class MixedPrecision {
public:
    MixedPrecision(const Graph& graph, DType narrow, const HasKernel& hasKernel)
        : m_from(graph), m_narrow(narrow), m_hasKernel(hasKernel), m_to(graph.ops()), m_builder(m_to), m_wideOf(graph.values.size()),
          m_narrowOf(graph.values.size()), m_computedNarrow(graph.values.size()), m_needed(graph.values.size())
    {
        m_to.name = graph.name;
    }

    Graph run()
    {
        findNeeded();
        for (const GraphInput& input : m_from.inputs) {
            const ValueInfo& info = m_from.value(input.value);
            const ValueId id = m_to.addInput(input.kind, info.name, info.type, input.initializer, input.initializerAttrs);
            m_wideOf[static_cast<std::size_t>(input.value)] = m_builder.value(id);
        }
        for (const Node& node : m_from.nodes) {
            m_builder.setOrigin(node.origin);
            if (!wantsNarrow(node) || !addNarrow(node)) addWide(node);
        }
        for (const GraphOutput& output : m_from.outputs) m_to.outputs.push_back({output.name, wide(output.value).id()});
        for (const StateUpdate& update : m_from.updates) m_to.updates.push_back({wide(update.state).id(), wide(update.value).id()});
        return std::move(m_to);
    }

private:
    static std::size_t at(ValueId id) { return static_cast<std::size_t>(id); }
    bool isF32(ValueId id) const { return id != noId && m_from.type(id).dtype == DType::F32; }
    /// Whether mixed precision decides about the type of this operand.
    bool isOpen(const Node& node, std::size_t input) const { return isF32(node.inputs[input]) && !portOf(*node.op, input).wide; }

    /// Values that reach a Low op by way of none but ops that follow.
    void findNeeded()
    {
        for (std::size_t n = m_from.nodes.size(); n-- > 0;) {
            const Node& node = m_from.nodes[n];
            const bool wanted = node.op->precision == Precision::Low || (node.op->precision == Precision::Follow && anyNeeded(node));
            for (std::size_t i = 0; wanted && i < node.inputs.size(); ++i)
                if (isOpen(node, i)) m_needed[at(node.inputs[i])] = true;
        }
    }
    bool anyNeeded(const Node& node) const
    {
        return std::any_of(node.outputs.begin(), node.outputs.end(), [this](ValueId id) { return m_needed[at(id)]; });
    }

    bool wantsNarrow(const Node& node) const
    {
        if (node.op->precision != Precision::Follow) return node.op->precision == Precision::Low;
        int64_t largest = 0;
        for (std::size_t i = 0; i < node.inputs.size(); ++i)
            if (isOpen(node, i)) largest = std::max(largest, m_from.type(node.inputs[i]).count());
        bool any = false, all = true;
        for (std::size_t i = 0; i < node.inputs.size(); ++i) {
            if (!isOpen(node, i)) continue;
            const bool computed = m_computedNarrow[at(node.inputs[i])];
            any |= computed;
            all &= computed || m_from.type(node.inputs[i]).count() < largest;
        }
        return any && (all || anyNeeded(node));
    }

    Value cast(Value value, DType dtype) { return m_builder.op("cast", {value}, {{"dtype", dtypeName(dtype)}}); }
    /// The value as an op in f32 wants it, and as one in the narrow type does. Of other types there is only one form.
    Value wide(ValueId id)
    {
        if (id == noId) return {};
        if (!m_wideOf[at(id)]) m_wideOf[at(id)] = cast(m_narrowOf[at(id)], DType::F32);
        return m_wideOf[at(id)];
    }
    Value narrow(ValueId id)
    {
        if (!m_narrowOf[at(id)]) m_narrowOf[at(id)] = cast(m_wideOf[at(id)], m_narrow);
        return m_narrowOf[at(id)];
    }

    /// False, and nothing added, if there is no kernel for it.
    bool addNarrow(const Node& node)
    {
        Attrs attrs = node.attrs;
        const bool canWiden =
            std::any_of(node.op->attributes.begin(), node.op->attributes.end(), [](const AttrSpec& a) { return a.name == "wide"; });
        if (canWiden && !anyNeeded(node)) attrs.set("wide", true);
        std::vector<TensorType> types(node.inputs.size());
        std::vector<const TensorType*> present(node.inputs.size());
        for (std::size_t i = 0; i < node.inputs.size(); ++i) {
            if (node.inputs[i] == noId) continue;
            types[i] = m_from.type(node.inputs[i]);
            if (isOpen(node, i)) types[i].dtype = m_narrow;
            present[i] = &types[i];
        }
        const Inferred outputs = inferTypes(*node.op, present, attrs);
        if (!outputs || !(node.op->view || m_hasKernel(*node.op, attrs, present, *outputs))) return false;
        Values inputs;
        for (std::size_t i = 0; i < node.inputs.size(); ++i)
            inputs.push_back(isOpen(node, i) ? narrow(node.inputs[i]) : wide(node.inputs[i]));
        record(node, m_builder.ops(*node.op, inputs, std::move(attrs)));
        return true;
    }

    void addWide(const Node& node)
    {
        Values inputs;
        for (ValueId id : node.inputs) inputs.push_back(wide(id));
        record(node, m_builder.ops(*node.op, inputs, node.attrs));
    }

    void record(const Node& node, const Values& outputs)
    {
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            const std::size_t old = at(node.outputs[i]);
            m_computedNarrow[old] = isF32(node.outputs[i]) && outputs[i].dtype() == m_narrow;
            (m_computedNarrow[old] ? m_narrowOf : m_wideOf)[old] = outputs[i];
        }
    }

    const Graph& m_from;
    const DType m_narrow;
    const HasKernel& m_hasKernel;
    Graph m_to;
    GraphBuilder m_builder;
    Values m_wideOf, m_narrowOf; // of each old value; undefined until it is there
    std::vector<bool> m_computedNarrow, m_needed;
};

} // namespace

Graph mixedPrecision(const Graph& graph, DType narrow, const HasKernel& hasKernel)
{
    return MixedPrecision(graph, narrow, hasKernel).run();
}

} // namespace ds
