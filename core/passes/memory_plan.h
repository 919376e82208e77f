// SPDX-License-Identifier: Apache-2.0
// Where the values of a step lie: offsets in one arena, from lifetimes, known before the first step.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/graph/graph.h"

namespace ds {

/// Where a value lives. Arena: at an offset of the arena. State: in the storage of a state (its own, or an update written
/// in place). Feed: in the tensor that was handed in. Once: computed when the plan is made and kept.
enum class Home { Arena, State, Feed, Once };

struct Place {
    Home home = Home::Arena;
    std::size_t offset = 0; ///< in the arena, or among the values of Once
    ValueId owner = noId;   ///< the input, for State and Feed
    std::size_t bytes = 0;
};

/// An update that could not be written in place.
struct StateCopy {
    StateUpdate update;
    bool saved = false;     ///< the value is a state that another copy overwrites first: it goes through the arena
    std::size_t offset = 0; ///< in the arena, if saved
};

/// A stretch of the arena that is taken from one node to another, both included.
struct MemoryBlock {
    ValueId value = noId; ///< the first that lies there; noId: scratch memory, or a saved state
    std::size_t bytes = 0;
    NodeId first = 0, last = 0;
    std::size_t offset = 0;
};

struct MemoryPlan {
    std::vector<Place> places;                ///< one for each value
    std::vector<std::size_t> workspaceOffset; ///< one for each node
    std::size_t arenaBytes = 0;
    std::size_t onceBytes = 0;
    std::vector<bool> once;          ///< nodes that only depend on constants (or frozen states): run when the plan is made
    std::vector<MemoryBlock> blocks; ///< all of the arena that a step uses, none of them empty
    std::vector<StateCopy> copies;   ///< at the end of the step, in this order; what is saved is saved before the first
};

/// For each value whether it depends on constants only and, if frozen, on states that have no update.
std::vector<bool> constantValues(const Graph& graph, bool frozen);

/// workspace: bytes of scratch memory of each node. frozen: what depends on constants and on states that have no update is computed
/// when the plan is made, too.
MemoryPlan planMemory(const Graph& graph, const std::vector<std::size_t>& workspace, bool frozen = false);

} // namespace ds
