// SPDX-License-Identifier: Apache-2.0
#include "core/backends/compile.h"

#include "core/backends/request.h"
#include "core/graph/op_spec.h"
#include "core/graph/verify.h"
#include "core/passes/layout.h"
#include "core/passes/passes.h"

namespace ds {

Result<Graph> prepareGraph(const Graph& graph, const Backend& backend, const StateStore& states, const CompileOptions& options)
{
    const auto show = [&](const char* pass, Graph result) {
        assert(verify(result).empty());
        if (options.watch) options.watch(pass, result);
        return result;
    };
    const Supported supported = [&](const Graph& g, const Node& node) { return node.op->view || backend.supports(requestFor(g, node)); };
    Graph now = show("dead_code", removeDeadCode(mergeCommonSubexpressions(graph)));
    if (options.fuse) now = show("fuse", fuse(now));
    now = show("decompose", DS_TRY(decomposeUnsupported(now, supported)));
    now = show("common_subexpressions", removeDeadCode(mergeCommonSubexpressions(now)));
    if (options.layouts) {
        const LayoutsOf wishes = [&](const Graph& g, const Node& node, const std::vector<Layout>& layouts) {
            KernelRequest request = requestFor(g, node);
            for (std::size_t i = 0; i < layouts.size(); ++i) request.inputs[i].layout = layouts[i];
            return backend.layouts(request);
        };
        const StateLayout kept = [&](const std::string& name) {
            const StateStore::Entry* entry = states.find(name);
            return entry ? &entry->layout : nullptr;
        };
        now = show("layout", assignLayouts(now, wishes, kept));
    }
    return now;
}

Result<std::unique_ptr<Plan>> compile(const Graph& graph, Backend& backend, StateStore& states, const CompileOptions& options)
{
    Graph ready = DS_TRY(prepareGraph(graph, backend, states, options));
    DS_TRY(states.add(ready, options.initial));
    std::shared_ptr<DeviceMemory> own;
    return std::make_unique<Plan>(std::move(ready), backend, states, options.arena ? *options.arena : own);
}

} // namespace ds
