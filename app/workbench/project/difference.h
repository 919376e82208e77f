// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/document/document.h"

namespace ds::ui {

template <class T>
struct Change {
    T before, after;
};

/// A stretch of a list that became another; what is before and behind it is the same in both.
template <class T>
struct Splice {
    std::size_t at = 0;
    std::vector<T> before, after;
};

/// What differs between two documents: as large as the change, not as the document.
class Difference {
public:
    static Difference between(const Document& before, const Document& after);

    bool empty() const;
    /// Whether layers or wires came, went or were renamed, not only their values.
    bool structural() const;
    /// Turns the first document into the second, or back.
    void apply(Document& document, bool forward) const;
    /// Takes in a difference that starts where this one ends; false if that cannot be said as one.
    bool append(const Difference& later);

private:
    struct Head {
        std::string name, folder;
        Section train, validation, test, loss, optimizer, schedule;
        std::vector<Section> transforms;
        Attrs training;
        std::vector<Note> notes; ///< of the top level; few, so they go along as a whole
    };
    static Head headOf(const Document& document);

    std::optional<Change<Head>> m_head;
    std::vector<std::pair<std::size_t, Change<LayerNode>>> m_values; ///< the same layers at the same places
    std::optional<Splice<LayerNode>> m_layers;
    std::optional<Splice<Wire>> m_wires;
};

/// Whether two layers are the same in everything.
bool same(const LayerNode& a, const LayerNode& b);

} // namespace ds::ui
