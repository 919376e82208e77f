// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/layout/layered_layout.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <vector>

namespace ds::ui {

namespace {

struct Layered {
    std::vector<std::vector<int>> before, after;
    std::vector<int> rank;
    std::vector<std::vector<int>> rows;
};

Layered rank(const Model& model)
{
    const std::size_t count = model.layers.size();
    Layered g{std::vector<std::vector<int>>(count), std::vector<std::vector<int>>(count), std::vector<int>(count, 0), {}};
    std::unordered_map<std::string_view, int> index;
    for (std::size_t i = 0; i < count; ++i) index.emplace(model.layers[i].name, static_cast<int>(i));
    std::vector<int> waiting(count, 0);
    for (const Wire& wire : model.wires) {
        const auto from = index.find(wire.from.layer), to = index.find(wire.to.layer);
        if (from == index.end() || to == index.end() || from == to) continue;
        g.after[static_cast<std::size_t>(from->second)].push_back(to->second);
        g.before[static_cast<std::size_t>(to->second)].push_back(from->second);
        ++waiting[static_cast<std::size_t>(to->second)];
    }
    std::vector<int> ready; // layers on a circle never get here and stay at rank 0
    for (std::size_t i = 0; i < count; ++i)
        if (!waiting[i]) ready.push_back(static_cast<int>(i));
    for (std::size_t next = 0; next < ready.size(); ++next)
        for (const int to : g.after[static_cast<std::size_t>(ready[next])]) {
            int& depth = g.rank[static_cast<std::size_t>(to)];
            depth = std::max(depth, g.rank[static_cast<std::size_t>(ready[next])] + 1);
            if (--waiting[static_cast<std::size_t>(to)] == 0) ready.push_back(to);
        }
    for (std::size_t i = 0; i < count; ++i) {
        const auto row = static_cast<std::size_t>(g.rank[i]);
        if (g.rows.size() <= row) g.rows.resize(row + 1);
        g.rows[row].push_back(static_cast<int>(i));
    }
    return g;
}

} // namespace

std::map<std::string, QPointF> layeredLayout(const Model& model, Flow flow)
{
    Layered g = rank(model);
    std::vector<double> x(model.layers.size(), 0);
    const auto spread = [&](std::vector<int>& row) {
        for (std::size_t i = 0; i < row.size(); ++i)
            x[static_cast<std::size_t>(row[i])] = (static_cast<double>(i) - (static_cast<double>(row.size()) - 1) / 2) * columnStep;
    };
    for (auto& row : g.rows) spread(row);
    // Each row in the order of the middle of its neighbours, once down and once up: few crossings for little work.
    const auto order = [&](std::vector<int>& row, const std::vector<std::vector<int>>& neighbours) {
        const auto middle = [&](int i) {
            const auto& near = neighbours[static_cast<std::size_t>(i)];
            if (near.empty()) return x[static_cast<std::size_t>(i)];
            double sum = 0;
            for (const int n : near) sum += x[static_cast<std::size_t>(n)];
            return sum / static_cast<double>(near.size());
        };
        std::vector<std::pair<double, int>> keys;
        for (const int i : row) keys.emplace_back(middle(i), i);
        std::stable_sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 0; i < row.size(); ++i) row[i] = keys[i].second;
        if (row.size() == 1) x[static_cast<std::size_t>(row[0])] = keys[0].first;
        else spread(row);
    };
    for (std::size_t r = 1; r < g.rows.size(); ++r) order(g.rows[r], g.before);
    for (std::size_t r = g.rows.size(); r-- > 1;) order(g.rows[r - 1], g.after);
    std::map<std::string, QPointF> places;
    for (std::size_t i = 0; i < model.layers.size(); ++i)
        places[model.layers[i].name] = flow == Flow::Down
                                           ? QPointF(std::round(x[i] / 8) * 8, g.rank[i] * rowStep)
                                           : QPointF(g.rank[i] * rightStep, std::round(x[i] / columnStep * rightRowStep / 8) * 8);
    return places;
}

} // namespace ds::ui
