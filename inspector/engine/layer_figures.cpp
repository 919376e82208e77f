// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/layer_figures.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

Quantity quantityOf(Figure figure)
{
    switch (figure) {
    case Figure::ResultSize:
    case Figure::ResultZeros: return Quantity::Activation;
    case Figure::GradientSize: return Quantity::ActivationGradient;
    case Figure::WeightSize: return Quantity::Weight;
    case Figure::WeightGradientSize: return Quantity::WeightGradient;
    case Figure::UpdateRatio: return Quantity::Update;
    }
    return Quantity::Activation;
}

/// Not a number as soon as one element is none: its root mean square would only tell of the others.
double sizeOf(const TensorStatistics& s)
{
    if (s.nan > 0) return std::numeric_limits<double>::quiet_NaN();
    return s.finite() < s.count ? std::numeric_limits<double>::infinity() : s.rootMeanSquare();
}

/// Squares of several tensors of a layer that were seen in the same step, added up.
struct Sum {
    double squares = 0, of = 0;
};

} // namespace

std::map<std::string, std::string> computedWith(const Trace& trace, const Document& document)
{
    std::map<std::string, std::size_t> seen; // in the order of the model
    for (const Trace::Series& series : trace.series())
        if (series.quantity == Quantity::Activation) seen.try_emplace(series.name, seen.size());
    std::map<std::string, std::string> with;
    // A chain of them may be listed against its direction, so as often as something is found.
    for (bool more = !seen.empty(); std::exchange(more, false);)
        for (const LayerNode& node : document.model.layers) {
            if (seen.contains(node.name)) continue;
            // Of several that it takes, the one that is computed last is the one whose op goes on with it.
            const std::string* last = nullptr;
            for (const Wire& wire : document.model.wires) {
                if (wire.to.layer != node.name) continue;
                const auto through = with.find(wire.from.layer);
                const std::string& from = through == with.end() ? wire.from.layer : through->second;
                if (const auto at = seen.find(from); at != seen.end() && (!last || at->second > seen.at(*last))) last = &at->first;
            }
            if (!last || with[node.name] == *last) continue;
            with[node.name] = *last;
            more = true;
        }
    return with;
}

std::size_t orderOf(const Document& document, const std::string& layer)
{
    const auto& layers = document.model.layers;
    const std::string outermost = layer.substr(0, layer.find('/'));
    const auto at = std::find_if(layers.begin(), layers.end(), [&](const LayerNode& node) { return node.name == outermost; });
    return static_cast<std::size_t>(at - layers.begin());
}

std::vector<LayerFigure> figuresOf(const Trace& trace, Figure figure, const Document& document)
{
    const Quantity quantity = quantityOf(figure);
    const bool ofResult = quantity == Quantity::Activation || quantity == Quantity::ActivationGradient;
    std::map<std::string, bool> hasWeights; // by layer: others than biases and scales
    if (!ofResult)
        for (const Trace::Series& series : trace.series())
            if (series.quantity == quantity) hasWeights[layerOf(series.name)] |= isWeight(series.name);
    std::vector<LayerFigure> list;
    std::map<std::string, std::map<int64_t, Sum>> sums; // by layer and update
    std::vector<std::string> order;
    for (const Trace::Series& series : trace.series()) {
        if (series.quantity != quantity) continue;
        const std::string layer = ofResult ? series.name : layerOf(series.name);
        if (!ofResult && hasWeights[layer] && !isWeight(series.name)) continue;
        auto& sum = sums[layer];
        if (sum.empty()) order.push_back(layer);
        const Trace::Series* weights = figure == Figure::UpdateRatio ? trace.find(series.name, Quantity::Weight) : nullptr;
        for (const Trace::Look& look : series.looks) {
            const TensorStatistics& s = look.statistics;
            Sum& at = sum[look.update];
            if (figure == Figure::ResultZeros) {
                at.squares += s.zeroShare() * s.zeroShare();
                at.of += 1;
            } else if (figure == Figure::UpdateRatio) {
                if (!weights) continue;
                const auto same = std::find_if(weights->looks.begin(), weights->looks.end(),
                                               [&](const Trace::Look& other) { return other.update == look.update; });
                if (same == weights->looks.end()) continue;
                at.squares += s.norm * s.norm;
                at.of += same->statistics.norm * same->statistics.norm;
            } else {
                const double size = sizeOf(s), count = static_cast<double>(s.count);
                at.squares += size * size * count;
                at.of += count;
            }
        }
    }
    for (const std::string& layer : order) {
        LayerFigure one{layer, {}};
        for (const auto& [update, sum] : sums[layer])
            if (sum.of > 0) one.points.push_back({update, std::sqrt(sum.squares / sum.of)});
        if (!one.points.empty()) list.push_back(std::move(one));
    }
    std::stable_sort(list.begin(), list.end(),
                     [&](const LayerFigure& a, const LayerFigure& b) { return orderOf(document, a.layer) < orderOf(document, b.layer); });
    return list;
}

} // namespace ds::inspector
