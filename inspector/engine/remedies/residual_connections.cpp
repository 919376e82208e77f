// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "core/layers/layer.h"
#include "inspector/engine/remedy.h"

namespace ds::inspector {

namespace {

/// A linear layer and what stands behind it, by which no shape changes: what goes in may be added to what comes out.
struct Stretch {
    std::string from, to; ///< what feeds it; its last layer
};

/// Activations, normalisations, dropout.
bool keepsShape(const LayerNode& node)
{
    const LayerSpec* spec = findLayer(node.type);
    return spec && (spec->category == "activation" || spec->category == "normalisation" || spec->category == "regularisation");
}

bool isOne(const AttrValue* value)
{
    if (!value) return true;
    const auto* list = std::get_if<Ints>(value);
    return list ? std::all_of(list->begin(), list->end(), [](int64_t v) { return v == 1; }) : attrText(*value) == "1";
}

/// Of a linear layer; empty if it may change the size of an image.
std::string widthOf(const LayerNode& node)
{
    const AttrValue* width = node.attrs.find(node.type == "Dense" ? "units" : "filters");
    if (!width) return {};
    if (node.type == "Dense") return attrText(*width);
    const AttrValue* padding = node.attrs.find("padding");
    return padding && attrText(*padding) == "same" && isOne(node.attrs.find("stride")) ? attrText(*width) : std::string();
}

class Search {
public:
    explicit Search(const Document& document) : m_model(document.model), m_prediction(predictionOf(document)) {}

    std::vector<Stretch> stretches() const
    {
        std::vector<Stretch> found;
        for (const LayerNode& node : m_model.layers) {
            if (!isLinear(node) || node.muted || node.name == m_prediction || widthOf(node).empty()) continue;
            const LayerNode* source = before(node);
            if (!source || source->type == "Input") continue;
            // Whoever reads it beside this layer may be a connection that is there already.
            if (!after(*source)) continue;
            const LayerNode* last = &node;
            for (const LayerNode* next = after(node); next && keepsShape(*next) && next->name != m_prediction; next = after(*next))
                last = next;
            if (last != &node && after(*last) && hasWidthOf(*source, node)) found.push_back({source->name, last->name});
        }
        return found;
    }

private:
    /// Whether the result of the layer is as wide as that of `linear`, and of the same kind.
    bool hasWidthOf(const LayerNode& layer, const LayerNode& linear) const
    {
        const LayerNode* at = &layer;
        while (at && keepsShape(*at)) at = before(*at);
        return at && at->type == linear.type && widthOf(*at) == widthOf(linear);
    }
    const LayerNode* before(const LayerNode& node) const
    {
        for (const Wire& wire : m_model.wires)
            if (wire.to == Endpoint{node.name, 0}) return m_model.find(wire.from.layer);
        return nullptr;
    }
    /// The only one that reads it; null if there are several or none.
    const LayerNode* after(const LayerNode& node) const
    {
        const LayerNode* reader = nullptr;
        for (const Wire& wire : m_model.wires) {
            if (wire.from.layer != node.name) continue;
            if (reader) return nullptr;
            reader = m_model.find(wire.to.layer);
        }
        return reader;
    }

    const Model& m_model;
    std::string m_prediction;
};

} // namespace

extern const RemedySpec remedy_residual_connections = {
    .name = "residual_connections",
    .title = "Lead past layers",
    .doc = "Adds to the result of a layer what went into it, so that gradients reach the first layers undiminished, however many there are "
           "(He et al., 2016).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const std::vector<Stretch> stretches = Search(call.document).stretches();
        if (stretches.empty()) return {};
        return QuickFix{phrase("Inspector", "Put residual connections around %1 layers").with({std::to_string(stretches.size())}),
                        [stretches](Document& d) {
                            std::map<std::string, std::string> sums; // behind which layer there is one now
                            for (const auto& [from, to] : stretches) {
                                const std::string sum = insertAfter(d, to, "Add");
                                const auto before = sums.find(from);
                                d.model.wires.push_back({{before == sums.end() ? from : before->second, 0}, {sum, 1}});
                                sums[to] = sum;
                            }
                        }};
    },
};

} // namespace ds::inspector
