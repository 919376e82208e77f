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
    StateStore::Initial initial;
    /// Shared by plans that never run at the same time; null: an arena of its own.
    std::shared_ptr<DeviceMemory>* arena = nullptr;
    /// Called after each pass, for `show --after`; may be empty.
    std::function<void(const std::string& pass, const Graph&)> watch;
};

/// The graph as the backend will run it, before memory is planned.
Result<Graph> prepareGraph(const Graph& graph, const Backend& backend, const StateStore& states, const CompileOptions& options);

Result<std::unique_ptr<Plan>> compile(const Graph& graph, Backend& backend, StateStore& states, const CompileOptions& options);

} // namespace ds
