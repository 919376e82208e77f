// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/project/difference.h"

#include <algorithm>

namespace ds::ui {

namespace {

using ui::same; // beside the overloads of this file

bool same(const Section& a, const Section& b) { return a.type == b.type && a.attrs == b.attrs; }
bool same(const Wire& a, const Wire& b) { return a == b; }
bool same(const std::vector<Section>& a, const std::vector<Section>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Section& x, const Section& y) { return same(x, y); });
}

bool same(const Model& a, const Model& b)
{
    return a.wires == b.wires && a.notes == b.notes &&
           std::equal(a.layers.begin(), a.layers.end(), b.layers.begin(), b.layers.end(),
                      [](const LayerNode& x, const LayerNode& y) { return ui::same(x, y); });
}

/// How many elements two lists share at their start and at their end.
template <class T>
std::pair<std::size_t, std::size_t> common(const std::vector<T>& a, const std::vector<T>& b)
{
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t front = 0, back = 0;
    while (front < shorter && same(a[front], b[front])) ++front;
    while (back < shorter - front && same(a[a.size() - 1 - back], b[b.size() - 1 - back])) ++back;
    return {front, back};
}

template <class T>
std::vector<T> middle(const std::vector<T>& list, std::size_t front, std::size_t back)
{
    return {list.begin() + static_cast<std::ptrdiff_t>(front), list.end() - static_cast<std::ptrdiff_t>(back)};
}

template <class T>
void splice(std::vector<T>& list, const Splice<T>& change, bool forward)
{
    const std::vector<T>& old = forward ? change.before : change.after;
    const std::vector<T>& fresh = forward ? change.after : change.before;
    const auto from = list.begin() + static_cast<std::ptrdiff_t>(change.at);
    list.insert(list.erase(from, from + static_cast<std::ptrdiff_t>(old.size())), fresh.begin(), fresh.end());
}

} // namespace

bool same(const LayerNode& a, const LayerNode& b)
{
    return a.name == b.name && a.type == b.type && a.attrs == b.attrs && a.frozen == b.frozen && a.muted == b.muted &&
           a.position == b.position && (a.model == b.model || (a.model && b.model && same(*a.model, *b.model)));
}

Difference::Head Difference::headOf(const Document& d)
{
    return {d.name, d.folder, d.train, d.validation, d.test, d.loss, d.optimizer, d.schedule, d.transforms, d.training, d.model.notes};
}

Difference Difference::between(const Document& before, const Document& after)
{
    Difference result;
    const bool sameHead = before.name == after.name && before.folder == after.folder && same(before.train, after.train) &&
                          same(before.validation, after.validation) && same(before.test, after.test) && same(before.loss, after.loss) &&
                          same(before.optimizer, after.optimizer) && same(before.schedule, after.schedule) &&
                          same(before.transforms, after.transforms) && before.training == after.training &&
                          before.model.notes == after.model.notes;
    if (!sameHead) result.m_head = {headOf(before), headOf(after)};
    const std::vector<LayerNode>&a = before.model.layers, &b = after.model.layers;
    const bool sameNames = std::equal(a.begin(), a.end(), b.begin(), b.end(),
                                      [](const LayerNode& x, const LayerNode& y) { return x.name == y.name && x.type == y.type; });
    if (sameNames) {
        for (std::size_t i = 0; i < a.size(); ++i)
            if (!same(a[i], b[i])) result.m_values.emplace_back(i, Change<LayerNode>{a[i], b[i]});
    } else {
        const auto [front, back] = common(a, b);
        result.m_layers = {front, middle(a, front, back), middle(b, front, back)};
    }
    if (before.model.wires != after.model.wires) {
        const auto [front, back] = common(before.model.wires, after.model.wires);
        result.m_wires = {front, middle(before.model.wires, front, back), middle(after.model.wires, front, back)};
    }
    return result;
}

bool Difference::empty() const { return !m_head && m_values.empty() && !m_layers && !m_wires; }
bool Difference::structural() const { return m_layers || m_wires; }

void Difference::apply(Document& d, bool forward) const
{
    if (m_head) {
        const Head& head = forward ? m_head->after : m_head->before;
        d.name = head.name;
        d.folder = head.folder;
        d.train = head.train;
        d.validation = head.validation;
        d.test = head.test;
        d.loss = head.loss;
        d.optimizer = head.optimizer;
        d.schedule = head.schedule;
        d.transforms = head.transforms;
        d.training = head.training;
        d.model.notes = head.notes;
    }
    for (const auto& [index, change] : m_values) d.model.layers[index] = forward ? change.after : change.before;
    if (m_layers) splice(d.model.layers, *m_layers, forward);
    if (m_wires) splice(d.model.wires, *m_wires, forward);
}

bool Difference::append(const Difference& later)
{
    if (structural() || later.structural()) return false;
    if (later.m_head) m_head = {m_head ? m_head->before : later.m_head->before, later.m_head->after};
    for (const auto& [index, change] : later.m_values) {
        const std::size_t wanted = index;
        const auto at = std::find_if(m_values.begin(), m_values.end(), [wanted](const auto& entry) { return entry.first == wanted; });
        if (at == m_values.end()) m_values.emplace_back(index, change);
        else at->second.after = change.after;
    }
    return true;
}

} // namespace ds::ui
