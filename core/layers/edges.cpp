// SPDX-License-Identifier: Apache-2.0
#include "core/layers/edges.h"

namespace ds::layers {

Edges edgesOf(LayerBuilder& b, Value nodes, Value edges)
{
    const Shape x = nodes.shape(), e = edges.shape();
    Edges result;
    result.nodes = x.rank() ? x[0] : 0;
    if (x.rank() != 2) b.fail(phrase("Layers", "expects nodes [nodes, C], got %1").with({x.text()}));
    else if (e.rank() != 2 || e[0] != 2)
        b.fail(phrase("Layers", "expects edges [2, E], got %1").with({e.text()}),
               phrase("Layers", "The first row says where edges start, the second where they end."));
    if (b.failed() || !expectsReal(b, nodes.type())) return result;
    const Value whole = wholeNumbers(b, edges, "edges");
    const Values rows = b.ops("split", {whole}, {{"axis", 0}, {"sizes", Ints{1, 1}}});
    if (b.failed()) return result;
    result.from = reshape(rows[0], {e[1]});
    result.to = reshape(rows[1], {e[1]});
    return result;
}

Value sumAtTargets(LayerBuilder& b, Value alongEdges, const Edges& edges)
{
    return b.op("segment_sum", {alongEdges, edges.to}, {{"segments", edges.nodes}});
}

} // namespace ds::layers
