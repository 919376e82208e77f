// SPDX-License-Identifier: Apache-2.0
#include "core/backends/state_store.h"

namespace ds {

namespace {

constexpr std::size_t alignment = 64;

std::size_t storedBytes(const ValueInfo& info)
{
    return static_cast<std::size_t>(storedCount(info.layout, info.type.shape)) * sizeOf(info.type.dtype);
}

std::size_t aligned(std::size_t bytes) { return (bytes + alignment - 1) / alignment * alignment; }

} // namespace

StateStore::StateStore(Backend& backend) : m_backend(backend), m_stream(backend.createStream()) {}

const StateStore::Entry* StateStore::find(std::string_view name) const
{
    const auto at = m_byName.find(name);
    return at == m_byName.end() ? nullptr : &m_entries[at->second];
}

Status StateStore::add(const Graph& graph, const Initial& initial)
{
    for (const GraphInput& input : graph.inputs) {
        if (input.kind == InputKind::Feed) continue;
        const ValueInfo& info = graph.value(input.value);
        const Entry* kept = find(info.name);
        if (kept && kept->type != info.type)
            return Error{phrase("Graph", "has become %1 but %2 is kept").with({info.type.text(), kept->type.text()}), info.name,
                         phrase("Graph", "Start a new run, or undo the change of the layer.")};
    }
    addKind(graph, InputKind::Parameter, initial);
    addKind(graph, InputKind::State, initial);
    return {};
}

void StateStore::forgetOtherTypes(const Graph& graph)
{
    for (const GraphInput& input : graph.inputs) {
        const ValueInfo& info = graph.value(input.value);
        const auto at = input.kind == InputKind::Feed ? m_byName.end() : m_byName.find(info.name);
        if (at == m_byName.end() || m_entries[at->second].type == info.type) continue;
        m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(at->second));
        m_byName.clear();
        for (std::size_t i = 0; i < m_entries.size(); ++i) m_byName[m_entries[i].name] = i;
    }
}

void StateStore::addKind(const Graph& graph, InputKind kind, const Initial& initial)
{
    const auto isNew = [&](const GraphInput& input) { return input.kind == kind && !find(graph.value(input.value).name); };
    std::size_t total = 0;
    for (const GraphInput& input : graph.inputs)
        if (isNew(input)) total += aligned(storedBytes(graph.value(input.value)));
    if (total == 0) return;
    m_arenas.push_back(m_backend.allocate(total));
    auto* at = static_cast<std::byte*>(m_arenas.back()->address());
    m_backend.zero(at, total, *m_stream);
    for (const GraphInput& input : graph.inputs) {
        if (!isNew(input)) continue;
        const ValueInfo& info = graph.value(input.value);
        m_byName[info.name] = m_entries.size();
        m_entries.push_back({info.name, kind, info.type, info.layout, at, storedBytes(info)});
        store(m_entries.back(), initial(input, info));
        at += aligned(storedBytes(info));
    }
}

void StateStore::store(const Entry& entry, const Tensor& value)
{
    const Tensor dense = value.contiguous();
    if (entry.layout.plain()) {
        m_backend.copyIn(entry.data, dense.raw(), entry.bytes, *m_stream);
        m_stream->synchronize();
        return;
    }
    Buffer stored(entry.bytes);
    relayout(entry.type.dtype, entry.type.shape, {}, dense.raw(), entry.layout, stored.data());
    m_backend.copyIn(entry.data, stored.data(), entry.bytes, *m_stream);
    m_stream->synchronize();
}

Tensor StateStore::read(const Entry& entry) const
{
    if (m_backend.readsHostMemory()) {
        Tensor value(entry.type);
        relayout(entry.type.dtype, entry.type.shape, entry.layout, entry.data, {}, value.raw());
        return value;
    }
    Buffer stored(entry.bytes);
    m_backend.copyOut(stored.data(), entry.data, entry.bytes, *m_stream);
    m_stream->synchronize();
    Tensor value(entry.type);
    relayout(entry.type.dtype, entry.type.shape, entry.layout, stored.data(), {}, value.raw());
    return value;
}

Status StateStore::write(std::string_view name, const Tensor& value)
{
    const Entry* entry = find(name);
    if (!entry) return Error{phrase("Graph", "there is no parameter or state of this name"), std::string(name), ""};
    if (entry->type != value.type())
        return Error{phrase("Graph", "is %1, got %2").with({entry->type.text(), value.type().text()}), std::string(name), ""};
    store(*entry, value);
    return {};
}

std::size_t StateStore::bytes() const
{
    std::size_t sum = 0;
    for (const auto& arena : m_arenas) sum += arena->size();
    return sum;
}

std::size_t StateStore::bytesFor(const Graph& graph)
{
    std::size_t sum = 0;
    for (const GraphInput& input : graph.inputs)
        if (input.kind != InputKind::Feed) sum += aligned(storedBytes(graph.value(input.value)));
    return sum;
}

} // namespace ds
