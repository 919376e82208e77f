// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/backends/backend.h"
#include "core/graph/graph.h"
#include "core/tensor/tensor.h"

namespace ds {

/// What is kept between steps: parameters, running statistics, optimiser state. They lie one after the other in flat arenas,
/// each in the layout that its kernels want. Plans of one store share them.
class StateStore {
public:
    struct Entry {
        std::string name;
        InputKind kind;
        TensorType type;
        Layout layout;
        std::byte* data;   ///< on the device
        std::size_t bytes; ///< as stored, padding included
    };
    /// The first value of a state, row-major.
    using Initial = std::function<Tensor(const GraphInput&, const ValueInfo&)>;

    explicit StateStore(Backend& backend);

    const Entry* find(std::string_view name) const;
    /// In the order in which they were made.
    const std::vector<Entry>& entries() const { return m_entries; }
    /// Makes those parameters and states of the graph that are not there yet, parameters in one arena, states in another.
    /// An error if one is there with another type.
    Status add(const Graph& graph, const Initial& initial);

    /// Drops states that the graph has with another type: after an edit of the model they start anew.
    void forgetOtherTypes(const Graph& graph);

    /// Row-major copies. write() needs the same type.
    Tensor read(const Entry& entry) const;
    Status write(std::string_view name, const Tensor& value);

    std::size_t bytes() const;
    /// What add() would take for a graph.
    static std::size_t bytesFor(const Graph& graph);

private:
    void addKind(const Graph& graph, InputKind kind, const Initial& initial);
    void store(const Entry& entry, const Tensor& value);

    Backend& m_backend;
    std::unique_ptr<Stream> m_stream;
    std::vector<std::unique_ptr<DeviceMemory>> m_arenas;
    std::vector<Entry> m_entries;
    std::map<std::string, std::size_t, std::less<>> m_byName;
};

} // namespace ds
