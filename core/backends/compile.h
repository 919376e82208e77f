// SPDX-License-Identifier: Apache-2.0
// From any graph to a plan: the one place that knows both passes and backends.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/backends/plan.h"

namespace ds {

struct CompileOptions {
    bool fuse = true;
    bool layouts = true;
    /// bf16: mixed precision, where the backend has kernels for it. f32: none.
    DType precision = DType::F32;
    /// Paths of layers, with * for any text, whose values the backward direction computes again instead of keeping them.
    std::vector<std::string> recompute;
    /// Bytes that the arena may take; 0: no limit. Where a step needs more, as much of its forward direction as must be is computed
    /// again. An error says what is possible if that is not enough.
    std::size_t arenaBudget = 0;
    /// Parameters and states never change while the plan lives: what depends on them only is computed once.
    bool frozen = false;
    StateStore::Initial initial;
    /// Shared by plans that never run at the same time; null: an arena of its own.
    std::shared_ptr<DeviceMemory>* arena = nullptr;
    /// Called after each pass, for `show --after`; may be empty.
    std::function<void(const std::string& pass, const Graph&)> watch;
};

/// The graph as the backend will run it, before memory is planned. Kernels are only prepared (and dropped) if there is a budget.
Result<Graph> prepareGraph(const Graph& graph, Backend& backend, const StateStore& states, const CompileOptions& options);

/// Where the values of a prepared graph would lie, kernels' scratch memory included. Nothing is allocated.
/// Asks `cancelled` between kernels and gives up with an error when it says true.
Result<MemoryPlan> memoryFor(const Graph& ready, Backend& backend, const std::function<bool()>& cancelled = {});

Result<std::unique_ptr<Plan>> compile(const Graph& graph, Backend& backend, StateStore& states, const CompileOptions& options);

} // namespace ds
