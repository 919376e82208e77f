// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/backends/backend.h"
#include "core/backends/state_store.h"
#include "core/graph/graph.h"
#include "core/passes/memory_plan.h"
#include "core/tensor/tensor.h"

namespace ds {

/// Looks at values while a step runs, without being part of it: what it reads are the very results, and nothing it does changes them.
class PlanObserver {
public:
    virtual ~PlanObserver() = default;
    /// Inputs are there; an update may be about to overwrite one of them.
    virtual void before(NodeId) {}
    /// Outputs are there, until another value takes their place.
    virtual void after(NodeId) = 0;
};

/// A graph made ready to run: kernels prepared, memory laid out. run() neither allocates nor looks anything up.
/// Not thread-safe; use one thread at a time.
class Plan {
public:
    /// The graph must be prepared for the backend already and the states be there (see compile.h). Plans that never run at the
    /// same time may share an arena: it is taken if it is large enough, else replaced by a larger one, which the others should then
    /// use, too (useArena), lest both stay. frozen: parameters and states do not change any more (see planMemory).
    Plan(Graph graph, Backend& backend, StateStore& states, std::shared_ptr<DeviceMemory>& arena, bool frozen = false);
    ~Plan();
    Plan(const Plan&) = delete;

    const Graph& graph() const { return m_graph; }

    /// From now on values lie in this arena, of at least arenaBytes(). Those of the last run are gone.
    void useArena(std::shared_ptr<DeviceMemory> arena);

    /// Index of an input by name; -1 if there is none.
    int feedIndex(std::string_view name) const;
    /// The tensor is kept until the next feed; type and shape must be those of the graph.
    void feed(int index, const Tensor& value);

    void run(const StepContext& context);
    /// Runs the nodes one by one; after each, `visit(node, milliseconds)` may look at its outputs. Stops when visit says false.
    template <class Visit>
    void runVisiting(const StepContext& context, Visit visit)
    {
        for (std::size_t n = 0; n < m_steps.size(); ++n)
            if (!visit(m_steps[n].node, runStep(n, context))) return;
        applyCopies();
    }
    /// Runs, but gives up after the node that makes the (scalar f32) output if it is not finite. False then: no state was changed.
    bool runGuarded(const StepContext& context, int output, PlanObserver* observer = nullptr);

    int outputIndex(std::string_view name) const;
    /// A row-major copy of an output of the last run.
    Tensor output(int index) const;
    /// The first element of an f32 output, without a copy.
    float scalarOutput(int index) const;
    /// A row-major copy of any value, valid while it is alive in the step.
    Tensor value(ValueId id) const;
    /// Where it lies on the device, in its layout; null: a feed that was not given.
    const void* data(ValueId id) const { return address(id); }
    Backend& backend() const { return m_backend; }
    Stream& stream() const { return *m_stream; }

    std::size_t arenaBytes() const { return m_memory.arenaBytes; }
    std::size_t onceBytes() const { return m_memory.onceBytes; }
    const MemoryPlan& memory() const { return m_memory; }
    struct StepInfo {
        NodeId node;
        std::string kernel;
        std::size_t workspace;
    };
    std::vector<StepInfo> steps() const;

private:
    struct Step {
        NodeId node;
        std::unique_ptr<Kernel> kernel;
        std::vector<const void*> inputs;
        std::vector<void*> outputs;
        void* workspace;
    };
    struct FeedSlot {
        std::size_t step, input;
    };
    void* address(ValueId id) const;
    void point(Step& step) const;
    double runStep(std::size_t index, const StepContext& context);
    void applyCopies();

    Graph m_graph;
    Backend& m_backend;
    StateStore& m_states;
    std::unique_ptr<Stream> m_stream;
    MemoryPlan m_memory;
    std::shared_ptr<DeviceMemory> m_arena;
    std::unique_ptr<DeviceMemory> m_once;
    std::vector<std::unique_ptr<DeviceMemory>> m_feedMemory; // where the backend cannot read the host's
    std::vector<Step> m_steps;
    std::vector<ValueId> m_feeds;
    std::vector<std::vector<FeedSlot>> m_feedSlots;
    std::vector<Tensor> m_fed;
    std::vector<std::size_t> m_outputStep; // first step after which an output is there
};

} // namespace ds
