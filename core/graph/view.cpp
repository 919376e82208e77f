// SPDX-License-Identifier: Apache-2.0
#include "core/graph/view.h"

#include <algorithm>
#include <string>

#include "core/graph/op_spec.h"

namespace ds {

std::optional<Layout> transposedLayout(const Node& node, const Layout& layout)
{
    if (node.op->name != "transpose") return std::nullopt;
    const Ints& order = node.attrs.ints("order");
    std::string rowMajor;
    for (std::size_t i = 0; i < order.size(); ++i) rowMajor += static_cast<char>('a' + i);
    const std::string& from = layout.plain() ? rowMajor : layout.tag();
    if (from.size() != order.size()) return std::nullopt;
    std::string tag;
    for (char letter : from) {
        const auto at = std::find(order.begin(), order.end(), letter - 'a');
        if (at == order.end()) return std::nullopt;
        tag += static_cast<char>('a' + (at - order.begin()));
    }
    return tag == rowMajor ? Layout() : Layout(tag);
}

bool isView(const Graph& graph, const Node& node)
{
    if (node.op->view || node.inputs.empty() || node.inputs[0] == noId) return node.op->view;
    const std::optional<Layout> layout = transposedLayout(node, graph.value(node.inputs[0]).layout);
    return layout && *layout == graph.value(node.outputs[0]).layout;
}

} // namespace ds
