// SPDX-License-Identifier: Apache-2.0
// Memory plans by brute force: a step is played through byte by byte, and nobody may find another's bytes where his were.
#include "core/passes/memory_plan.h"

#include <QtTest>

#include <algorithm>
#include <map>

#include "core/base/philox.h"
#include "core/graph/builder.h"
#include "core/graph/text.h"
#include "core/graph/verify.h"
#include "core/ops/all.h"

using namespace ds;

namespace {

Graph parse(const std::string& body)
{
    const Result<Graph> graph = parseGraph("graph \"g\" {\n" + body + "}\n", allOps());
    if (!graph) qFatal("%s", graph.error().message().c_str());
    return *graph;
}

/// Plays a step. Memory holds, for each 4 bytes, whose value lies there.
class Player {
public:
    Player(const Graph& graph, const MemoryPlan& plan, const std::vector<std::size_t>& workspace)
        : m_graph(graph), m_plan(plan), m_workspace(workspace), m_owner(graph.values.size())
    {
        for (std::size_t v = 0; v < graph.values.size(); ++v) m_owner[v] = static_cast<int>(v);
    }

    std::string run()
    {
        for (const GraphInput& input : m_graph.inputs) write(input.value);
        // What is computed once is there before the step.
        for (std::size_t n = 0; n < m_graph.nodes.size(); ++n)
            if (m_plan.once[n]) play(n);
        for (std::size_t n = 0; n < m_graph.nodes.size(); ++n)
            if (!m_plan.once[n]) play(n);
        for (const GraphOutput& output : m_graph.outputs) read(output.value, "the caller");
        for (const StateUpdate& update : m_graph.updates) {
            const bool copied = std::any_of(m_plan.copies.begin(), m_plan.copies.end(), [&](const StateCopy& c) {
                return c.update.state == update.state && c.update.value == update.value;
            });
            const Place& place = m_plan.places[static_cast<std::size_t>(update.value)];
            if (!copied && (place.home != Home::State || place.owner != update.state)) fail("an update is neither in place nor copied");
        }
        for (const StateCopy& copy : m_plan.copies) {
            if (!copy.saved) continue;
            read(copy.update.value, "what saves a state");
            write(copy.update.value, savedPlace(copy));
        }
        for (const StateCopy& copy : m_plan.copies) {
            read(copy.update.value, copy.saved ? savedPlace(copy) : placeOf(copy.update.value), "a copy");
            write(copy.update.value, placeOf(copy.update.state));
        }
        // Each state's own memory now holds its new value.
        for (const StateUpdate& update : m_graph.updates)
            visit(m_plan.places[static_cast<std::size_t>(update.state)], [&](int& cell) {
                if (cell != m_owner[static_cast<std::size_t>(update.value)]) fail("a state does not hold its update");
            });
        return m_problem;
    }

private:
    void fail(const std::string& text)
    {
        if (m_problem.empty()) m_problem = text;
    }

    /// All memory of a home; states and feeds have some of their own each.
    std::vector<int>& cells(const Place& place)
    {
        const bool own = place.home == Home::State || place.home == Home::Feed;
        std::vector<int>& memory = m_memory[{static_cast<int>(place.home), own ? place.owner : noId}];
        const std::size_t size = place.home == Home::Arena ? m_plan.arenaBytes : place.home == Home::Once ? m_plan.onceBytes : place.bytes;
        if (memory.size() < size / 4) memory.resize(size / 4, -1);
        return memory;
    }

    template <class Visit>
    void visit(const Place& place, Visit each)
    {
        std::vector<int>& memory = cells(place);
        const bool own = place.home == Home::State || place.home == Home::Feed;
        const std::size_t begin = own ? 0 : place.offset / 4;
        if (begin + place.bytes / 4 > memory.size()) return fail("a value lies outside of its memory");
        for (std::size_t i = begin; i < begin + place.bytes / 4; ++i) each(memory[i]);
    }

    const Place& placeOf(ValueId id) const { return m_plan.places[static_cast<std::size_t>(id)]; }
    Place savedPlace(const StateCopy& copy) const { return {Home::Arena, copy.offset, noId, placeOf(copy.update.value).bytes}; }

    void write(ValueId id, const Place& place)
    {
        visit(place, [&](int& cell) { cell = m_owner[static_cast<std::size_t>(id)]; });
    }
    void write(ValueId id) { write(id, placeOf(id)); }
    void read(ValueId id, const Place& place, const std::string& who)
    {
        visit(place, [&](int& cell) {
            if (cell != m_owner[static_cast<std::size_t>(id)])
                fail(who + " finds something else in the place of value " + std::to_string(id));
        });
    }
    void read(ValueId id, const std::string& who) { read(id, placeOf(id), who); }

    bool overlap(const Place& a, const Place& b) const
    {
        if (a.home != b.home || a.bytes == 0 || b.bytes == 0) return false;
        if (a.home == Home::State || a.home == Home::Feed) return a.owner == b.owner;
        return a.offset < b.offset + b.bytes && b.offset < a.offset + a.bytes;
    }

    void play(std::size_t n)
    {
        const Node& node = m_graph.nodes[n];
        const std::string who = "node " + std::to_string(n) + " (" + std::string(node.op->name) + ")";
        if (node.op->view) {
            m_owner[static_cast<std::size_t>(node.outputs.front())] = m_owner[static_cast<std::size_t>(node.inputs.front())];
            return read(node.outputs.front(), who);
        }
        const Place scratch{Home::Arena, m_plan.workspaceOffset[n], noId, m_workspace[n]};
        visit(scratch, [](int& cell) { cell = -2; });
        for (ValueId input : node.inputs)
            if (input != noId) read(input, who);
        for (std::size_t o = 0; o < node.outputs.size(); ++o) {
            const Place& out = m_plan.places[static_cast<std::size_t>(node.outputs[o])];
            if (overlap(out, scratch)) fail(who + " writes over its own scratch memory");
            for (std::size_t i = 0; i < node.inputs.size(); ++i) {
                if (node.inputs[i] == noId) continue;
                const Place& in = m_plan.places[static_cast<std::size_t>(node.inputs[i])];
                if (!overlap(out, in)) continue;
                const bool allowed = std::any_of(node.op->inPlace.begin(), node.op->inPlace.end(), [&](const InPlace& pair) {
                    return pair.output == static_cast<int>(o) && pair.input == static_cast<int>(i);
                });
                if (!allowed || out.offset != in.offset || out.bytes != in.bytes) fail(who + " writes over an input");
                ++m_inPlace;
            }
            for (std::size_t p = 0; p < o; ++p)
                if (overlap(out, m_plan.places[static_cast<std::size_t>(node.outputs[p])])) fail(who + " has two outputs in one place");
        }
        for (ValueId output : node.outputs) write(output);
    }

    const Graph& m_graph;
    const MemoryPlan& m_plan;
    const std::vector<std::size_t>& m_workspace;
    std::vector<int> m_owner; // views carry the mark of what they look at
    std::map<std::pair<int, ValueId>, std::vector<int>> m_memory;
    std::string m_problem;

public:
    int m_inPlace = 0;
};

/// Chains, branches, views, in-place ops, constants, several outputs, states and updates of all sorts.
Graph randomGraph(Rng& rng)
{
    Graph graph(allOps());
    GraphBuilder b(graph);
    const auto size = [&] { return static_cast<int64_t>(1 + rng.below(6)) * 4; };
    Values values{b.input("x", {DType::F32, {4, size()}})}, states;
    const int64_t width = size(); // of most states
    for (int s = 0; s < 3; ++s) states.push_back(b.state("s" + std::to_string(s), {DType::F32, {4, rng.below(3) ? width : size()}}));
    values.insert(values.end(), states.begin(), states.end());
    const auto any = [&] { return values[rng.below(values.size())]; };
    const int steps = 4 + static_cast<int>(rng.below(25));
    for (int i = 0; i < steps; ++i) {
        const Value a = any();
        switch (rng.below(8)) {
        case 0: values.push_back(b.op("relu", {a})); break;
        case 1: values.push_back(b.op("exp", {a})); break;
        case 2: {
            Value other = any();
            if (broadcastShapes(a.shape(), other.shape()) == std::nullopt) other = a;
            values.push_back(a + other);
            break;
        }
        case 3: values.push_back(b.op("reshape", {a}, {{"shape", Ints{a.shape().count() / 4, 4}}})); break;
        case 4: values.push_back(transpose(a, {1, 0})); break;
        case 5: values.push_back(b.op("sort", {a})); break;
        case 6: values.push_back(b.full(2, a.shape(), DType::F32) * 3.0); break;
        default: {
            const Values parts = b.ops("split", {a}, {{"axis", 0}, {"sizes", Ints{a.shape()[0] / 2, a.shape()[0] - a.shape()[0] / 2}}});
            values.insert(values.end(), parts.begin(), parts.end());
        }
        }
    }
    for (int o = 0; o < 2; ++o) b.output("y" + std::to_string(o), any());
    for (const Value& state : states) {
        if (rng.below(4) == 0) continue;
        Value value = any();
        // A few updates come straight from an op on the state, as an optimiser's do.
        if (rng.below(2)) value = b.op("relu", {state});
        // Now and then states are exchanged, be it in a circle of several.
        if (rng.below(2)) value = states[static_cast<std::size_t>(rng.below(states.size()))];
        if (value.type() == state.type() && value.id() != state.id()) b.update(state, value);
    }
    return graph;
}

std::string played(const Graph& graph, const std::vector<std::size_t>& workspace, MemoryPlan* plan = nullptr, int* inPlace = nullptr,
                   bool frozen = false)
{
    const MemoryPlan made = planMemory(graph, workspace, frozen);
    Player player(graph, made, workspace);
    std::string problem = player.run();
    if (plan) *plan = made;
    if (inPlace) *inPlace += player.m_inPlace;
    return problem;
}

} // namespace

class MemoryPlanTest : public QObject {
    Q_OBJECT

private slots:
    void randomGraphs()
    {
        Rng rng(17);
        int inPlace = 0, copies = 0, saved = 0, smaller = 0;
        for (int i = 0; i < 3000; ++i) {
            const Graph graph = randomGraph(rng);
            QVERIFY2(verify(graph).empty(), messages(verify(graph)).c_str());
            std::vector<std::size_t> workspace;
            std::size_t total = 0;
            for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
                workspace.push_back(rng.below(3) ? 0 : 64 * rng.below(4));
                for (ValueId output : graph.nodes[n].outputs) total += (graph.type(output).bytes() + 63) / 64 * 64;
                total += workspace.back();
            }
            MemoryPlan plan;
            const std::string problem = played(graph, workspace, &plan, &inPlace);
            QVERIFY2(problem.empty(), (problem + "\n" + printGraph(graph)).c_str());
            const std::string frozen = played(graph, workspace, nullptr, nullptr, true);
            QVERIFY2(frozen.empty(), (frozen + "\nfrozen\n" + printGraph(graph)).c_str());
            for (const StateCopy& copy : plan.copies)
                if (copy.saved) total += (graph.type(copy.update.value).bytes() + 63) / 64 * 64;
            QVERIFY(plan.arenaBytes <= total);
            smaller += plan.arenaBytes < total;
            copies += !plan.copies.empty();
            saved += std::any_of(plan.copies.begin(), plan.copies.end(), [](const StateCopy& copy) { return copy.saved; });
        }
        // All that should happen did happen.
        QVERIFY(inPlace > 500);
        QVERIFY(copies > 100);
        QVERIFY(saved > 50);
        QVERIFY(smaller > 2000);
    }

    /// A chain needs two buffers at most, and one where it can work in place.
    void chains()
    {
        MemoryPlan plan;
        const Graph inPlace =
            parse("  feed %x: f32[64]\n  %1: f32[64] = relu(%x)\n  %2: f32[64] = exp(%1)\n  %3: f32[64] = neg(%2)\n  output y = %3\n");
        QCOMPARE(played(inPlace, {0, 0, 0}, &plan), std::string());
        QCOMPARE(plan.arenaBytes, std::size_t{256});
        const Graph moving = parse("  feed %x: f32[8, 8]\n"
                                   "  %1: f32[8, 8] = matmul(%x, %x)\n"
                                   "  %2: f32[8, 8] = matmul(%1, %1)\n"
                                   "  %3: f32[8, 8] = matmul(%2, %2)\n"
                                   "  %4: f32[8, 8] = matmul(%3, %3)\n"
                                   "  output y = %4\n");
        QCOMPARE(played(moving, {0, 0, 0, 0}, &plan), std::string());
        QCOMPARE(plan.arenaBytes, std::size_t{512});
    }

    void statesAreUpdatedInPlace()
    {
        MemoryPlan plan;
        const Graph graph = parse("  feed %x: f32[16]\n  state %s: f32[16]\n  %2: f32[16] = add(%s, %x)\n  update %s = %2\n");
        QCOMPARE(played(graph, {0}, &plan), std::string());
        QVERIFY(plan.copies.empty());
        QCOMPARE(plan.arenaBytes, std::size_t{0});
    }

    void oldValueIsReadLater()
    {
        MemoryPlan plan;
        const Graph graph = parse("  feed %x: f32[16]\n  state %s: f32[16]\n  %2: f32[16] = add(%s, %x)\n  %3: f32[16] = mul(%s, %x)\n"
                                  "  output y = %3\n  update %s = %2\n");
        QCOMPARE(played(graph, {0, 0}, &plan), std::string());
        QCOMPARE(plan.copies.size(), std::size_t{1});
    }

    /// One state moves on into another before it gets its own new value.
    void statesFeedEachOther()
    {
        for (const char* order :
             {"  update %a = %3\n  update %b = %a\n  update %c = %b\n", "  update %c = %b\n  update %b = %a\n  update %a = %3\n",
              "  update %b = %a\n  update %c = %b\n  update %a = %3\n"}) {
            const Graph graph =
                parse(std::string("  state %a: f32[16]\n  state %b: f32[16]\n  state %c: f32[16]\n  %3: f32[16] = relu(%a)\n") + order);
            const std::string problem = played(graph, {0});
            QVERIFY2(problem.empty(), problem.c_str());
        }
    }

    void statesAreExchanged()
    {
        MemoryPlan plan;
        QCOMPARE(played(parse("  state %a: f32[16]\n  state %b: f32[16]\n  update %a = %b\n  update %b = %a\n"), {}, &plan), std::string());
        QCOMPARE(plan.copies.size(), std::size_t{2});
        QCOMPARE(plan.arenaBytes, std::size_t{64}); // only one of them is saved
    }

    void constantsAreKept()
    {
        MemoryPlan plan;
        const Graph graph = parse("  feed %x: f32[16]\n"
                                  "  %1: f32[16] = iota() {shape = [16]}\n"
                                  "  %2: f32[16] = exp(%1)\n"
                                  "  %3: f32[16] = random_uniform() {shape = [16]}\n"
                                  "  %4: f32[16] = mul(%x, %2)\n"
                                  "  %5: f32[16] = mul(%4, %3)\n"
                                  "  output y = %5\n");
        QCOMPARE(played(graph, {0, 0, 0, 0, 0}, &plan), std::string());
        QCOMPARE(plan.once, std::vector<bool>({true, true, false, false, false}));
        QCOMPARE(plan.onceBytes, std::size_t{64}); // %1 is only there while the plan is made
        QCOMPARE(plan.arenaBytes, std::size_t{128});
    }

    /// Frozen states count as constants, unless they have an update.
    void frozenStatesAreConstants()
    {
        MemoryPlan plan;
        const Graph graph = parse("  feed %x: f32[16]\n"
                                  "  parameter %p: f32[16] = zeros\n"
                                  "  state %s: f32[16]\n"
                                  "  %3: f32[16] = exp(%p)\n"
                                  "  %4: f32[16] = reshape(%3) {shape = [16]}\n"
                                  "  %5: f32[16] = neg(%4)\n"
                                  "  %6: f32[16] = mul(%x, %5)\n"
                                  "  %7: f32[16] = exp(%s)\n"
                                  "  %8: f32[16] = reshape(%p) {shape = [16]}\n"
                                  "  %9: f32[16] = add(%7, %8)\n"
                                  "  output y = %6\n"
                                  "  update %s = %9\n");
        QCOMPARE(played(graph, {64, 0, 64, 0, 0, 0, 0}, &plan, nullptr, true), std::string());
        QCOMPARE(plan.once, std::vector<bool>({true, true, true, false, false, true, false}));
        QCOMPARE(plan.onceBytes, std::size_t{64});
        QCOMPARE(played(graph, {64, 0, 64, 0, 0, 0, 0}, &plan), std::string());
        QCOMPARE(plan.onceBytes, std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(MemoryPlanTest)
#include "memory_plan.moc"
